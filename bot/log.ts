import { pino } from 'pino';
import { StorageError } from './errors.ts';

/**
 * What may be said about a turn: codes, counts and times. There is no field for what a person wrote,
 * who they are or which conversation it was, so that none can be logged by mistake.
 */
export interface LogFields {
  readonly code?: string;
  readonly channel?: string;
  readonly milliseconds?: number;
  readonly count?: number;
  readonly status?: number;
  readonly address?: string;
  /** Files and lines of the service's own code. */
  readonly place?: string;
  /** Only its name and the names of its causes are written, and what a StorageError says: that never quotes anyone. */
  readonly error?: unknown;
}

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const namesOf = (error: unknown): string =>
  error instanceof Error
    ? [nameOf(error), ...(error.cause ? [namesOf(error.cause)] : [])].join(' < ')
    : typeof error;

/** A driver's message may quote a document; a StorageError is worded by this service, and says what to mend. */
const nameOf = (error: Error): string =>
  error instanceof StorageError ? `${error.name}: ${error.message}` : error.name;

const safe = ({ error, ...fields }: LogFields): object =>
  error === undefined ? fields : { ...fields, error: namesOf(error) };

/** JSON lines on standard output. */
export const createLog = (level: string): Log => {
  const logger = pino({ level, base: null });
  return {
    info: (message, fields = {}) => logger.info(safe(fields), message),
    warn: (message, fields = {}) => logger.warn(safe(fields), message),
    error: (message, fields = {}) => logger.error(safe(fields), message),
  };
};
