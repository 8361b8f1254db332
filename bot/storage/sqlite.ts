import type Libsql from 'libsql';
import { stat } from 'node:fs/promises';
import { StorageError } from '../errors.ts';
import { decodeDocument, encodeWrite, newTag, type EncodedWrite } from './encoded-write.ts';
import type { FileLock } from './file-lock.ts';
import { GroupCommit } from './group-commit.ts';
import type { SqliteDocuments } from './sqlite-documents.ts';
import { asStorageError, isBusy } from './sqlite-errors.ts';
import { openDatabase, type OpenDatabase } from './sqlite-open.ts';
import type { Backend, SaveOutcome, Stored, Write } from './storage.ts';

/** How long to wait, in milliseconds, for a lock that another program has on the file. */
const defaultPatience = 2_000;
/** A sweep lets turns pass between two portions of so many documents. */
const sweepPortion = 200;

export interface SqliteOptions {
  readonly clock: () => Date;
  /** Milliseconds to wait for a lock that another program has on the file. */
  readonly patience?: number;
}

/** Keeps documents in one SQLite file that this process has for itself. */
export class SqliteStorage implements Backend {
  readonly #path: string;
  readonly #inode: bigint;
  readonly #clock: () => Date;
  readonly #database: Libsql.Database;
  readonly #lock: FileLock;
  readonly #documents: SqliteDocuments;
  readonly #group: GroupCommit;
  #open = true;

  private constructor(path: string, opened: OpenDatabase, { clock, patience }: Required<SqliteOptions>) {
    this.#path = path;
    this.#inode = opened.inode;
    this.#clock = clock;
    this.#database = opened.database;
    this.#lock = opened.lock;
    this.#documents = opened.documents;
    this.#group = new GroupCommit(opened.database, patience);
  }

  /** Rejects with a ConfigError that says in one sentence what is wrong with the file. */
  static async open(
    path: string,
    { clock, patience = defaultPatience }: SqliteOptions,
  ): Promise<SqliteStorage> {
    return new SqliteStorage(path, await openDatabase(path, patience), { clock, patience });
  }

  async load(key: string): Promise<Stored | undefined> {
    this.#mustBeOpen();
    const found = asStorageError(() => this.#documents.find(key, this.#now()));
    return found && { document: decodeDocument(found.text), tag: found.tag };
  }

  async save(writes: readonly Write[]): Promise<SaveOutcome> {
    this.#mustBeOpen();
    const encoded = writes.map(encodeWrite);
    const tags = await this.#group.run(() => this.#write(encoded));
    if (!tags) return { kind: 'conflict' };
    if (encoded.some(({ text }) => text === undefined)) this.#emptyLog();
    return { kind: 'saved', tags };
  }

  async sweep(now: Date): Promise<number> {
    this.#mustBeOpen();
    let removed = 0;
    for (let portion = sweepPortion; portion === sweepPortion; removed += portion)
      portion =
        (await this.#group.run(() => this.#documents.removeExpired(now.getTime(), sweepPortion))) ?? 0;
    this.#emptyLog();
    return removed;
  }

  /** Also rejects when the file was moved, removed or replaced: what is saved from then on would be lost. */
  async ping(): Promise<void> {
    this.#mustBeOpen();
    const file = await stat(this.#path, { bigint: true }).catch(() => undefined);
    if (file?.ino !== this.#inode) throw new StorageError('the SQLite file was moved or removed');
    asStorageError(() => this.#documents.isEmpty());
  }

  async isEmpty(): Promise<boolean> {
    this.#mustBeOpen();
    return asStorageError(() => this.#documents.isEmpty());
  }

  /** Saves what waits, and leaves one file without a log beside it. */
  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    try {
      this.#group.close();
      this.#emptyLog();
      this.#leaveLog();
    } finally {
      this.#database.close();
      this.#lock.release();
    }
  }

  /** Undefined undoes all of them. */
  #write(writes: readonly EncodedWrite[]): readonly string[] | undefined {
    const now = this.#now();
    const tags: string[] = [];
    for (const write of writes) {
      const tag = newTag(write);
      if (!this.#documents.write(write, tag, now)) return undefined;
      tags.push(tag);
    }
    return tags;
  }

  /** Until then the write-ahead log still has the text of what was deleted or replaced. */
  #emptyLog(): void {
    this.#unlessBusy('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /**
   * The driver keeps the file open until its statements are collected, whatever `close` says. Without a
   * log that late closing has nothing left to do, so it can't disturb who opens the file next.
   */
  #leaveLog(): void {
    this.#unlessBusy('PRAGMA journal_mode = DELETE');
  }

  /** What a reader from outside holds up here is made good by the next sweep or start. */
  #unlessBusy(sql: string): void {
    asStorageError(() => {
      try {
        this.#database.exec(sql);
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    });
  }

  #now(): number {
    return this.#clock().getTime();
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new StorageError('the store is closed');
  }
}
