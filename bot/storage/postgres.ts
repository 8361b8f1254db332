import type { Pool } from 'pg';
import { ConfigError, StorageError } from '../errors.ts';
import { decodeDocument, encodeWrite, newTag, type EncodedWrite } from './encoded-write.ts';
import { createPool, prepareTables } from './postgres-connect.ts';
import { PostgresDocuments } from './postgres-documents.ts';
import { toStorageError } from './postgres-errors.ts';
import { saveTogether } from './postgres-transaction.ts';
import type { Backend, SaveOutcome, Stored, Write } from './storage.ts';
import { PreparedWork } from './prepared-work.ts';

/** Each sweep statement removes so many documents at most, so that it locks rows for a moment only. */
const sweepPortion = 500;
/** Milliseconds for a statement at the server. A turn waits for less; this frees the connection. */
const defaultLimit = 2_000;

export interface PostgresOptions {
  readonly clock: () => Date;
  /** Milliseconds to wait for a connection, and as many for each statement. */
  readonly limit?: number;
}

/** Keeps documents in one table of a PostgreSQL database, which any number of instances may share. */
export class PostgresStorage implements Backend {
  readonly #clock: () => Date;
  readonly #pool: Pool;
  readonly #documents: PostgresDocuments;
  readonly #work: PreparedWork;

  private constructor(url: string, { clock, limit = defaultLimit }: PostgresOptions) {
    this.#clock = clock;
    this.#pool = createPool(url, limit);
    this.#documents = new PostgresDocuments(this.#pool);
    this.#work = new PreparedWork(() => prepareTables(url, limit), toStorageError);
  }

  /**
   * Rejects with a ConfigError that says in one sentence what must be mended. A server that is only away is
   * none: the service starts without its memory, and the tables are made once the server answers.
   */
  static async open(url: string, options: PostgresOptions): Promise<PostgresStorage> {
    const storage = new PostgresStorage(url, options);
    try {
      await storage.#work.prepare();
    } catch (error) {
      if (error instanceof ConfigError) {
        await storage.close();
        throw error;
      }
    }
    return storage;
  }

  async load(key: string): Promise<Stored | undefined> {
    const found = await this.#work.run(() => this.#documents.find(key, this.#now()));
    return found && { document: decodeDocument(found.text), tag: found.tag };
  }

  async save(writes: readonly Write[]): Promise<SaveOutcome> {
    const encoded = writes.map(encodeWrite);
    const [only] = encoded;
    const tags = await this.#work.run(() =>
      only && encoded.length === 1 ? this.#saveOne(only) : saveTogether(this.#pool, encoded, this.#now()),
    );
    return tags ? { kind: 'saved', tags } : { kind: 'conflict' };
  }

  async sweep(now: Date): Promise<number> {
    let removed = 0;
    for (let portion = sweepPortion; portion === sweepPortion; removed += portion)
      portion = await this.#work.run(() => this.#documents.removeExpired(now.getTime(), sweepPortion));
    return removed;
  }

  /** Also rejects when the server is a copy that can only be read, as after a failover. */
  async ping(): Promise<void> {
    const { copy } = await this.#work.run(() => this.#documents.touch());
    if (copy) throw new StorageError('the PostgreSQL server is a copy that can only be read');
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.#work.run(() => this.#documents.touch())).filled;
  }

  async close(): Promise<void> {
    if (this.#work.close()) await this.#pool.end();
  }

  async #saveOne(write: EncodedWrite): Promise<readonly string[] | undefined> {
    const tag = newTag(write);
    return (await this.#documents.write(write, tag, this.#now())) ? [tag] : undefined;
  }

  #now(): number {
    return this.#clock().getTime();
  }
}
