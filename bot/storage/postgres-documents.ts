import type { QueryConfig, QueryResult } from 'pg';
import { z } from 'zod';
import { encodeKey, type EncodedWrite } from './encoded-write.ts';

const upsert = `INSERT INTO care_documents (key, tag, document, expires) VALUES ($1, $2, $3, $4)
  ON CONFLICT (key) DO UPDATE SET tag = excluded.tag, document = excluded.document, expires = excluded.expires`;

/** Each is prepared once for a connection, under its name here. */
const statements = {
  find: `SELECT tag, document AS text FROM care_documents WHERE key = $1 AND (expires IS NULL OR expires >= $2)`,
  put: upsert,
  // An expired document counts as absent, whether or not a sweep has come by.
  insert: `${upsert} WHERE care_documents.expires < $5`,
  replace: `UPDATE care_documents SET tag = $2, document = $3, expires = $4
    WHERE key = $1 AND tag = $5 AND (expires IS NULL OR expires >= $6)`,
  remove: 'DELETE FROM care_documents WHERE key = $1',
  removeThat: `DELETE FROM care_documents WHERE key = $1 AND tag = $2 AND (expires IS NULL OR expires >= $3)`,
  // Rows that another instance is sweeping or writing at this moment are left to it.
  removeExpired: `DELETE FROM care_documents WHERE key IN
    (SELECT key FROM care_documents WHERE expires < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)`,
  touch: 'SELECT pg_is_in_recovery() AS copy, EXISTS (SELECT FROM care_documents) AS filled',
} as const;

const foundSchema = z.object({ tag: z.string(), text: z.string() });
const touchedSchema = z.object({ copy: z.boolean(), filled: z.boolean() });

/** A pool, or one of its connections with a transaction open. */
export interface Queryable {
  query(query: QueryConfig): Promise<QueryResult>;
}

/** The table of documents: each method is one statement. Times in ms. */
export class PostgresDocuments {
  readonly #connection: Queryable;

  constructor(connection: Queryable) {
    this.#connection = connection;
  }

  async find(key: string, now: number): Promise<z.infer<typeof foundSchema> | undefined> {
    const { rows } = await this.#run('find', [encodeKey(key), now]);
    return foundSchema.optional().parse(rows[0]);
  }

  /** False where the stored document is not the expected one; then nothing was changed. */
  async write(write: EncodedWrite, tag: string, now: number): Promise<boolean> {
    return write.text === undefined ? this.#remove(write, now) : this.#put(write, tag, now);
  }

  /** Removes at most `most` documents; how many it were. */
  async removeExpired(now: number, most: number): Promise<number> {
    return this.#changes('removeExpired', [now, most]);
  }

  /** Reads from the table: whether the server is a copy that can't be written, and whether anything is stored. */
  async touch(): Promise<z.infer<typeof touchedSchema>> {
    const { rows } = await this.#run('touch', []);
    return touchedSchema.parse(rows[0]);
  }

  async #put({ key, text, expect, expires }: EncodedWrite, tag: string, now: number): Promise<boolean> {
    const row = [encodeKey(key), tag, text, expires ?? null];
    if (expect === 'any') return (await this.#changes('put', row)) === 1;
    if (expect === 'absent') return (await this.#changes('insert', [...row, now])) === 1;
    return (await this.#changes('replace', [...row, expect.tag, now])) === 1;
  }

  async #remove({ key, expect }: EncodedWrite, now: number): Promise<boolean> {
    if (expect === 'absent') return (await this.find(key, now)) === undefined;
    if (expect !== 'any') return (await this.#changes('removeThat', [encodeKey(key), expect.tag, now])) === 1;
    await this.#run('remove', [encodeKey(key)]);
    return true;
  }

  async #changes(name: keyof typeof statements, values: readonly unknown[]): Promise<number> {
    return (await this.#run(name, values)).rowCount ?? 0;
  }

  #run(name: keyof typeof statements, values: readonly unknown[]): Promise<QueryResult> {
    return this.#connection.query({ name: `care-${name}`, text: statements[name], values: [...values] });
  }
}
