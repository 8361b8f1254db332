import { ConfigError, StorageError } from '../errors.ts';

const silent = 'the PostgreSQL server did not answer in time';
const away = 'the PostgreSQL server can not be reached';

/** By PostgreSQL's own codes and those of the operating system. */
const sentences: Readonly<Record<string, string>> = {
  '25006': 'the PostgreSQL server is a copy that can only be read',
  '40P01': 'two saves waited for each other in PostgreSQL',
  '42501': 'the PostgreSQL user may not do this',
  '53100': 'there is no room left on the PostgreSQL server',
  '53300': 'the PostgreSQL server has no connection left',
  '57014': silent,
  '57P01': 'the PostgreSQL server is stopping',
  '57P02': 'the PostgreSQL server is starting again after a fault',
  '57P03': 'the PostgreSQL server is starting',
  EAI_AGAIN: away,
  ECONNREFUSED: away,
  ECONNRESET: 'the connection to the PostgreSQL server broke',
  EHOSTUNREACH: away,
  ENETUNREACH: away,
  ENOTFOUND: away,
  ETIMEDOUT: silent,
};

/** What an operator has to mend before the service can start; waiting would not help. */
const mends: Readonly<Record<string, string>> = {
  '25006': 'is a copy that can only be read: name the primary server.',
  '28000': 'refuses this user: check the name, and whether it wants ?sslmode=verify-full.',
  '28P01': 'refuses this user name and password: check both; special characters in them must be %-encoded.',
  '3D000': 'has no database of this name: create it, or name another.',
  '3F000': 'has no schema for the tables: create it, or name one with ?options=-c%20search_path%3D<schema>.',
  '42501': 'does not let this user create or use the tables: grant CREATE and USAGE on the schema.',
  password: 'wants a password: put one into the address, or set PGPASSWORD.',
  tls: 'does not speak TLS: leave sslmode out, or switch TLS on there.',
  CERT_HAS_EXPIRED: 'has a certificate that has expired: renew it.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'has a certificate that is not trusted: name its issuer with &sslrootcert=<file>.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another name: use the name that stands in it.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'has a certificate that is not trusted: name its issuer with &sslrootcert=<file>.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'has a certificate that is not trusted: name its issuer with &sslrootcert=<file>.',
};

/** Some of the driver's errors have no code: these are told apart by what it says in English. */
const codeless: readonly (readonly [RegExp, string])[] = [
  [/timeout/iu, 'ETIMEDOUT'],
  [/password/iu, 'password'],
  [/does not support SSL/u, 'tls'],
  [/terminated/iu, 'ECONNRESET'],
];

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown error';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeless.find(([words]) => words.test(error.message))?.[1] ?? 'unknown error';
};

/** The message never quotes the driver, whose own error is the cause and may name a document or the password. */
export const toStorageError = (error: unknown): StorageError => {
  if (error instanceof StorageError) return error;
  if (error instanceof ConfigError) return new StorageError(error.message, { cause: error });
  const code = codeOf(error);
  return new StorageError(sentences[code] ?? `PostgreSQL refused the work (${code})`, { cause: error, code });
};

/** The sentence for an error that only a change of the configuration mends; undefined for one that may pass. */
export const toConfigError = (error: unknown, url: string): ConfigError | undefined => {
  if (error instanceof ConfigError) return error;
  const mend = mends[codeOf(error)];
  const { host, pathname } = new URL(url);
  return mend === undefined
    ? undefined
    : new ConfigError(`STORAGE_URL: ${host}${pathname} ${mend}`, { cause: error });
};
