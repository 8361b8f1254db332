import { StorageError } from '../errors.ts';
import { decodeDocument, encodeWrite, newTag, type EncodedWrite } from './encoded-write.ts';
import type { Backend, SaveOutcome, Stored, Write } from './storage.ts';

interface Row {
  readonly tag: string;
  readonly text: string;
  readonly expires: number | undefined;
}

/** Keeps documents until the process ends. They are kept as JSON text, so nobody shares an object with the store. */
export class MemoryStorage implements Backend {
  readonly #clock: () => Date;
  readonly #rows = new Map<string, Row>();
  #open = true;

  constructor(clock: () => Date = () => new Date()) {
    this.#clock = clock;
  }

  async load(key: string): Promise<Stored | undefined> {
    this.#mustBeOpen();
    const row = this.#alive(this.#rows.get(key));
    return row && { document: decodeDocument(row.text), tag: row.tag };
  }

  async save(writes: readonly Write[]): Promise<SaveOutcome> {
    this.#mustBeOpen();
    const changes = new Map<string, Row | undefined>();
    const tags: string[] = [];
    for (const write of writes.map(encodeWrite)) {
      const row = this.#alive(changes.has(write.key) ? changes.get(write.key) : this.#rows.get(write.key));
      if (!meets(row, write)) return { kind: 'conflict' };
      const tag = newTag(write);
      changes.set(write.key, toRow(write, tag));
      tags.push(tag);
    }
    this.#apply(changes);
    return { kind: 'saved', tags };
  }

  async sweep(now: Date): Promise<number> {
    this.#mustBeOpen();
    const before = this.#rows.size;
    for (const [key, row] of this.#rows) if (isExpired(row, now)) this.#rows.delete(key);
    return before - this.#rows.size;
  }

  async ping(): Promise<void> {
    this.#mustBeOpen();
  }

  async isEmpty(): Promise<boolean> {
    this.#mustBeOpen();
    return this.#rows.size === 0;
  }

  async close(): Promise<void> {
    this.#open = false;
    this.#rows.clear();
  }

  #apply(changes: ReadonlyMap<string, Row | undefined>): void {
    for (const [key, row] of changes) {
      if (row) this.#rows.set(key, row);
      else this.#rows.delete(key);
    }
  }

  #alive(row: Row | undefined): Row | undefined {
    return row && !isExpired(row, this.#clock()) ? row : undefined;
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new StorageError('the store is closed');
  }
}

const isExpired = ({ expires }: Row, now: Date): boolean => expires !== undefined && expires < now.getTime();

const meets = (row: Row | undefined, { expect }: EncodedWrite): boolean => {
  if (expect === 'any') return true;
  return expect === 'absent' ? row === undefined : row?.tag === expect.tag;
};

const toRow = ({ text, expires }: EncodedWrite, tag: string): Row | undefined =>
  text === undefined ? undefined : { text, tag, expires };
