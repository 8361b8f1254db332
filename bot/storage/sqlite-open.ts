import Database from 'libsql';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from '../errors.ts';
import { FileLock } from './file-lock.ts';
import { SqliteDocuments } from './sqlite-documents.ts';
import { sqliteCode } from './sqlite-errors.ts';
import { migrate } from './sqlite-schema.ts';

/** For so many milliseconds the driver waits for a lock, blocking the event loop. */
const blocking = 50;

export interface OpenDatabase {
  readonly database: Database.Database;
  readonly documents: SqliteDocuments;
  readonly lock: FileLock;
  /** Its number in the file system: another one at this path is another file. */
  readonly inode: bigint;
}

/**
 * Opens the file for this process alone, creates it and its folder where they are missing, and brings it
 * to the newest schema. Rejects with a ConfigError of one sentence. `patience` in milliseconds: how long
 * to wait for a process that is about to stop.
 */
export const openDatabase = async (path: string, patience: number): Promise<OpenDatabase> => {
  await createFile(path);
  const lock = await takeLock(path, patience);
  try {
    const { ino } = await stat(path, { bigint: true });
    return { ...prepareFile(path), lock, inode: ino };
  } catch (error) {
    lock.release();
    throw error instanceof ConfigError ? error : refusal(path, error);
  }
};

/** What people told the bot is in that file: on a shared machine nobody else may read it. */
const createFile = async (path: string): Promise<void> => {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await createEmpty(path);
  } catch (error) {
    throw unwritable(dirname(path), codeOf(error), error);
  }
};

/** Never opens an existing file: closing it again would let go of the locks that SQLite has on it. */
const createEmpty = async (path: string): Promise<void> => {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

const takeLock = async (path: string, patience: number): Promise<FileLock> => {
  try {
    return await FileLock.take(`${path}-lock`, patience);
  } catch (error) {
    throw sqliteCode(error) === 'SQLITE_CANTOPEN'
      ? unwritable(dirname(path), 'SQLITE_CANTOPEN', error)
      : refusal(path, error);
  }
};

const prepareFile = (path: string): Pick<OpenDatabase, 'database' | 'documents'> => {
  const database = new Database(path, { timeout: blocking });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    migrate(database, path);
    return { database, documents: new SqliteDocuments(database) };
  } catch (error) {
    database.close();
    throw error;
  }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';

const unwritable = (folder: string, code: string, cause: unknown): ConfigError =>
  new ConfigError(
    `STORAGE_URL: the folder ${folder} can not be written (${code}): give this user the right to, or name another.`,
    { cause },
  );

const refusal = (path: string, cause: unknown): ConfigError => {
  const code = sqliteCode(cause) ?? 'unknown error';
  return new ConfigError(`STORAGE_URL: ${path} ${reasons[code] ?? `can not be opened (${code}).`}`, {
    cause,
  });
};

const damaged =
  'is damaged or not a SQLite file: put a copy back, or move it away to begin anew without the memory in it.';
const reasons: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'is in use by another process: stop that one, or name another file (one process a file).',
  SQLITE_CANTOPEN: 'can not be opened: it must be a file that this user may read and write.',
  SQLITE_CORRUPT: damaged,
  SQLITE_NOTADB: damaged,
  SQLITE_READONLY:
    'can not be written, or its folder can not: give this user the right to, or name another file.',
};
