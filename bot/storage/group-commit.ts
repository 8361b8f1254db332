import type Libsql from 'libsql';
import { StorageError } from '../errors.ts';
import { isBusy, toStorageError } from './sqlite-errors.ts';

/** Milliseconds between two tries to begin while another program writes to the file. */
const pauseLength = 200;

interface Job {
  /** Does the work in the open transaction: whether to keep it, and what to call once it is on the disk. */
  readonly attempt: () => { readonly keep: boolean; readonly settle: () => void };
  readonly reject: (error: StorageError) => void;
  /** By performance.now(): busy for longer than that is an error. */
  readonly giveUp: number;
}

/**
 * Puts all work of one tick into one transaction, so that one flush to the disk serves many saves. Each
 * job has its own savepoint: what one does not keep, or fails at, tears nothing and touches no other.
 */
export class GroupCommit {
  readonly #database: Libsql.Database;
  readonly #patience: number;
  #jobs: Job[] = [];
  #scheduled = false;
  #closed = false;

  /** `patience`: for how many milliseconds a job waits while another program holds the file. */
  constructor(database: Libsql.Database, patience: number) {
    this.#database = database;
    this.#patience = patience;
  }

  /** Resolves once the work is on the disk; to undefined where `work` returned that and was undone. */
  async run<T>(work: () => T | undefined): Promise<T | undefined> {
    if (this.#closed) throw new StorageError('the store is closed');
    return new Promise((resolve, reject) => {
      const attempt: Job['attempt'] = () => {
        const result = work();
        return { keep: result !== undefined, settle: () => resolve(result) };
      };
      this.#jobs.push({ attempt, reject, giveUp: performance.now() + this.#patience });
      this.#schedule();
    });
  }

  /** Does what still waits, at once; what can't be done is rejected. */
  close(): void {
    this.#closed = true;
    this.#flush();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#scheduled = false;
    if (this.#jobs.length === 0 || !this.#begin()) return;
    const jobs = this.#jobs.splice(0);
    try {
      const settles = jobs.map((job) => this.#attempt(job));
      this.#database.exec('COMMIT');
      for (const settle of settles) settle();
    } catch (error) {
      this.#rollBack();
      for (const { reject } of jobs) reject(toStorageError(error));
    }
  }

  /** False where the file is not to be had now: then jobs without patience are rejected, the others tried again. */
  #begin(): boolean {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      return true;
    } catch (error) {
      const now = performance.now();
      const patient = (job: Job): boolean => isBusy(error) && !this.#closed && now < job.giveUp;
      const jobs = this.#jobs.splice(0);
      this.#jobs = jobs.filter(patient);
      for (const job of jobs) if (!patient(job)) job.reject(toStorageError(error));
      if (this.#jobs.length > 0) this.#tryLater();
      return false;
    }
  }

  #tryLater(): void {
    this.#scheduled = true;
    setTimeout(() => this.#flush(), pauseLength);
  }

  #attempt({ attempt, reject }: Job): () => void {
    this.#database.exec('SAVEPOINT job');
    try {
      const { keep, settle } = attempt();
      this.#database.exec(keep ? 'RELEASE job' : 'ROLLBACK TO job; RELEASE job');
      return settle;
    } catch (error) {
      // A full or failing disk makes SQLite undo the whole transaction: then every job has failed.
      if (!this.#database.inTransaction) throw error;
      this.#database.exec('ROLLBACK TO job; RELEASE job');
      return () => reject(toStorageError(error));
    }
  }

  #rollBack(): void {
    try {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
    } catch {
      // The error that led here is the one to report; the next begin meets a broken file again.
    }
  }
}
