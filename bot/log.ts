import { pino, type DestinationStream } from 'pino';
import { KnowledgeFileError } from '../knowledge/knowledge-file-error.ts';
import { StorageError } from './errors.ts';
import { logEvents, type LogEventName } from './log-events.ts';
import type { TraceContext } from './trace-context.ts';

/**
 * What may be said about a turn: codes, counts and times. There is no field for what a person wrote,
 * who they are or which conversation it was, so that none can be logged by mistake.
 */
export interface LogFields {
  /** Tells apart what has one event, by a word of the service's own. */
  readonly code?: string;
  readonly channel?: string;
  readonly milliseconds?: number;
  readonly count?: number;
  readonly status?: number;
  readonly address?: string;
  /** Files and lines of the service's own code. */
  readonly place?: string;
  /** Of the request that the line is about; its id is written. */
  readonly trace?: TraceContext | undefined;
  /** Only its name and the names of its causes are written, and what the service itself worded: that never quotes anyone. */
  readonly error?: unknown;
}

export interface Log {
  /** One line: its level and words are those of the event. */
  write(event: LogEventName, fields?: LogFields): void;
}

const namesOf = (error: unknown): string =>
  error instanceof Error
    ? [nameOf(error), ...(error.cause ? [namesOf(error.cause)] : [])].join(' < ')
    : typeof error;

/** A driver's message may quote a document; these are worded by this service, and say what to mend. */
const nameOf = (error: Error): string =>
  error instanceof StorageError || error instanceof KnowledgeFileError
    ? `${error.name}: ${error.message}`
    : error.name;

/** The trace's id stands under the name that OpenTelemetry has for it. */
const safe = ({ error, trace, ...fields }: LogFields): object => ({
  ...fields,
  ...(error === undefined ? {} : { error: namesOf(error) }),
  ...(trace === undefined ? {} : { trace_id: trace.traceId }),
});

/** JSON lines, on standard output unless told otherwise. */
export const createLog = (level: string, output?: DestinationStream): Log => {
  const options = { level, base: null };
  const logger = output === undefined ? pino(options) : pino(options, output);
  return {
    write: (event, fields = {}) => {
      const { level: of, says } = logEvents[event];
      logger[of]({ event, ...safe(fields) }, says);
    },
  };
};
