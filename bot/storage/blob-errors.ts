import { z } from 'zod';
import { ConfigError, StorageError } from '../errors.ts';

const failureSchema = z.object({
  code: z.string().optional().catch(undefined),
  details: z.object({ errorCode: z.string() }).optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
});

/** Azure's own name for an error, or the operating system's, or the HTTP status. */
export const blobCode = (error: unknown): string => {
  if (error instanceof Error && /^(Abort|Timeout)Error$/u.test(error.name)) return 'timeout';
  const { code, details, statusCode } = failureSchema.safeParse(error).data ?? {};
  return code ?? details?.errorCode ?? String(statusCode ?? 'unknown error');
};

const away = 'Azure Blob Storage can not be reached';
const sentences: Readonly<Record<string, string>> = {
  timeout: 'Azure Blob Storage did not answer in time',
  EAI_AGAIN: away,
  ECONNREFUSED: away,
  ECONNRESET: away,
  ENOTFOUND: away,
  REQUEST_SEND_ERROR: away,
  ServerBusy: 'Azure Blob Storage is busy',
};

const refused =
  'refuses the signature or key, or this machine: check that it has not expired and gives read, create, write, ' +
  'delete and list, and the account’s firewall.';
const mends: Readonly<Record<string, string>> = {
  '401': refused,
  '403': refused,
  AuthenticationFailed: refused,
  AuthorizationFailure: refused,
  AuthorizationPermissionMismatch: refused,
  AuthorizationResourceTypeMismatch: refused,
  AuthorizationServiceMismatch: refused,
  ContainerNotFound: 'is not there: create the container.',
  NoAuthenticationInformation: refused,
  InvalidAuthenticationInfo: refused,
  KeyBasedAuthenticationNotPermitted: 'takes no account key: put a signature into the address instead.',
};

/** The message never quotes the driver, whose own error is the cause and may hold the signed address. */
export const toStorageError = (error: unknown): StorageError => {
  if (error instanceof StorageError) return error;
  if (error instanceof ConfigError) return new StorageError(error.message, { cause: error });
  const code = blobCode(error);
  return new StorageError(sentences[code] ?? `Azure Blob Storage refused the work (${code})`, {
    cause: error,
    code,
  });
};

/** The sentence for an error that only a change of the configuration mends; undefined for one that may pass. */
export const toConfigError = (error: unknown, url: string): ConfigError | undefined => {
  const mend = mends[blobCode(error)];
  const { host, pathname } = new URL(url);
  return mend === undefined
    ? undefined
    : new ConfigError(`STORAGE_URL: ${host}${pathname} ${mend}`, { cause: error });
};
