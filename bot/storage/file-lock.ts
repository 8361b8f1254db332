import Database from 'libsql';
import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from './sqlite-errors.ts';

/** Milliseconds between two tries; each one blocks the event loop for `blocking` at most. */
const pauseLength = 100;
const blocking = 20;

/**
 * Holds a file for one process: an open transaction on an empty SQLite file beside it. The operating
 * system lets go of it when the process ends, however it ends, so no stale lock is ever left.
 */
export class FileLock {
  readonly #database: Database.Database;

  private constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Tries again for `patience` milliseconds, then rejects with the driver's busy error. */
  static async take(path: string, patience: number): Promise<FileLock> {
    const giveUp = performance.now() + patience;
    for (;;) {
      try {
        return new FileLock(tryToHold(path));
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUp) throw error;
        await pause(pauseLength);
      }
    }
  }

  release(): void {
    this.#database.close();
  }
}

/** Only `exec` is used here: the driver does not close a file that a prepared statement still refers to. */
const tryToHold = (path: string): Database.Database => {
  const database = new Database(path, { timeout: blocking });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};
