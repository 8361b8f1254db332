import { StorageError } from '../errors.ts';

const sentences: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'another program holds the SQLite file',
  SQLITE_CORRUPT: 'the SQLite file is damaged',
  SQLITE_FULL: 'there is no room left for the SQLite file',
  SQLITE_IOERR: 'the disk of the SQLite file does not answer as it should',
  SQLITE_NOTADB: 'the file is not a SQLite file, or it is damaged',
  SQLITE_READONLY: 'the SQLite file can not be written',
};

/** SQLite's own numbers, without what an extension adds in the higher bytes. */
const names: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

/**
 * What SQLite calls the error. The driver has three shapes: with a code by name, with UNKNOWN_SQLITE_ERROR_
 * and a number, and, where a file can't be opened at all, with an empty code; the first two have `rawCode`.
 */
export const sqliteCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ('rawCode' in error && typeof error.rawCode === 'number')
    return names[error.rawCode & 0xff] ?? `SQLite error ${error.rawCode}`;
  return 'code' in error && error.code === '' ? 'SQLITE_CANTOPEN' : undefined;
};

export const isBusy = (error: unknown): boolean => sqliteCode(error) === 'SQLITE_BUSY';

/** The message never quotes the driver, whose own error is the cause. */
export const toStorageError = (error: unknown): StorageError => {
  if (error instanceof StorageError) return error;
  const code = sqliteCode(error) ?? 'unknown error';
  return new StorageError(sentences[code] ?? `SQLite refused the work (${code})`, { cause: error, code });
};

export const asStorageError = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw toStorageError(error);
  }
};
