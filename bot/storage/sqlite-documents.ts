import type Libsql from 'libsql';
import { z } from 'zod';
import { encodeKey, type EncodedWrite } from './encoded-write.ts';

const upsert = `INSERT INTO documents (key, tag, document, expires) VALUES (?, ?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET tag = excluded.tag, document = excluded.document, expires = excluded.expires`;
const isThatOne = 'key = ? AND tag = ? AND (expires IS NULL OR expires >= ?)';

const rowSchema = z.object({ tag: z.string(), text: z.string() });
const countSchema = z.object({ count: z.number() });

const prepareAll = (database: Libsql.Database) => ({
  find: database.prepare(
    'SELECT tag, document AS text FROM documents WHERE key = ? AND (expires IS NULL OR expires >= ?)',
  ),
  put: database.prepare(upsert),
  // An expired document counts as absent, whether or not a sweep has come by.
  insert: database.prepare(`${upsert} WHERE documents.expires < ?`),
  replace: database.prepare(`UPDATE documents SET tag = ?, document = ?, expires = ? WHERE ${isThatOne}`),
  remove: database.prepare('DELETE FROM documents WHERE key = ?'),
  removeThat: database.prepare(`DELETE FROM documents WHERE ${isThatOne}`),
  removeExpired: database.prepare(
    'DELETE FROM documents WHERE rowid IN (SELECT rowid FROM documents WHERE expires < ? LIMIT ?)',
  ),
  first: database.prepare('SELECT count(*) AS count FROM (SELECT 1 FROM documents LIMIT 1)'),
});

/** The table of documents: each method is one statement, synchronous, in whatever transaction is open. Times in ms. */
export class SqliteDocuments {
  readonly #sql: ReturnType<typeof prepareAll>;

  constructor(database: Libsql.Database) {
    this.#sql = prepareAll(database);
  }

  find(key: string, now: number): { readonly tag: string; readonly text: string } | undefined {
    const row = this.#sql.find.get(encodeKey(key), now);
    return row === undefined ? undefined : rowSchema.parse(row);
  }

  /** False where the stored document is not the expected one; then nothing was changed. */
  write(write: EncodedWrite, tag: string, now: number): boolean {
    return write.text === undefined ? this.#remove(write, now) : this.#put(write, write.text, tag, now);
  }

  /** Removes at most `most` documents; how many it were. */
  removeExpired(now: number, most: number): number {
    return this.#sql.removeExpired.run(now, most).changes;
  }

  /** Reads from the table, so that a file that can't be read throws. */
  isEmpty(): boolean {
    return countSchema.parse(this.#sql.first.get()).count === 0;
  }

  #put({ key, expect, expires = null }: Puttable, text: string, tag: string, now: number): boolean {
    const name = encodeKey(key);
    if (expect === 'any') return this.#sql.put.run(name, tag, text, expires).changes === 1;
    if (expect === 'absent') return this.#sql.insert.run(name, tag, text, expires, now).changes === 1;
    return this.#sql.replace.run(tag, text, expires, name, expect.tag, now).changes === 1;
  }

  #remove({ key, expect }: EncodedWrite, now: number): boolean {
    if (expect === 'absent') return this.find(key, now) === undefined;
    if (expect !== 'any') return this.#sql.removeThat.run(encodeKey(key), expect.tag, now).changes === 1;
    this.#sql.remove.run(encodeKey(key));
    return true;
  }
}

type Puttable = Omit<EncodedWrite, 'expires'> & { readonly expires?: number | null | undefined };
