import { ConfigError, StorageError } from '../errors.ts';
import { connectContainer } from './blob-connect.ts';
import { BlobDocuments, type BlobState, type Condition } from './blob-documents.ts';
import { toStorageError } from './blob-errors.ts';
import { decodeDocument, encodeWrite, type EncodedWrite } from './encoded-write.ts';
import type { Backend, Expected, SaveOutcome, Stored, Write } from './storage.ts';
import { PreparedWork } from './prepared-work.ts';

/** Milliseconds for a request, its second try included. A turn waits for less. */
const defaultLimit = 2_000;
const defaultPage = 1_000;

export interface BlobOptions {
  readonly clock: () => Date;
  /** The account's key, where the address is not signed. */
  readonly key?: string | undefined;
  /** Milliseconds to wait for an answer. */
  readonly limit?: number;
  /** A sweep lists so many blobs at a time; Azure gives 5,000 at most. */
  readonly page?: number;
}

/**
 * Keeps each document in a blob of one Azure container, which any number of instances may share. Blobs can't
 * be changed together, so a save takes one write.
 */
export class BlobStorage implements Backend {
  readonly oneAtATime = true;
  readonly #clock: () => Date;
  readonly #page: number;
  readonly #documents: BlobDocuments;
  readonly #work: PreparedWork;

  private constructor(url: string, { clock, key, limit = defaultLimit, page = defaultPage }: BlobOptions) {
    const { container, prepare } = connectContainer(url, key, limit);
    this.#clock = clock;
    this.#page = page;
    this.#documents = new BlobDocuments(container, limit);
    this.#work = new PreparedWork(prepare, toStorageError);
  }

  /**
   * Rejects with a ConfigError that says in one sentence what must be mended. Storage that is only away is
   * none: the service starts without its memory.
   */
  static async open(url: string, options: BlobOptions): Promise<BlobStorage> {
    const storage = new BlobStorage(url, options);
    try {
      await storage.#work.prepare();
    } catch (error) {
      if (error instanceof ConfigError) throw error;
    }
    return storage;
  }

  async load(key: string): Promise<Stored | undefined> {
    const found = await this.#work.run(() => this.#documents.read(key));
    if (!found || this.#isOver(found)) return undefined;
    return { document: decodeDocument(found.text), tag: toTag(found) };
  }

  async save(writes: readonly Write[]): Promise<SaveOutcome> {
    const [write, second] = writes.map(encodeWrite);
    if (second) throw new StorageError('Azure Blob Storage saves one document at a time');
    if (!write) return { kind: 'saved', tags: [] };
    const tag = await this.#work.run(() => this.#write(write));
    return tag === undefined ? { kind: 'conflict' } : { kind: 'saved', tags: [tag] };
  }

  async sweep(now: Date): Promise<number> {
    let removed = 0;
    let from: string | undefined;
    do {
      const { count, next } = await this.#work.run(() =>
        this.#documents.removeExpired(now.getTime(), this.#page, from),
      );
      removed += count;
      from = next;
    } while (from !== undefined);
    return removed;
  }

  async ping(): Promise<void> {
    await this.#work.run(() => this.#documents.look(''));
  }

  async isEmpty(): Promise<boolean> {
    return this.#work.run(() => this.#documents.isEmpty());
  }

  async close(): Promise<void> {
    this.#work.close();
  }

  /** The new tag; undefined for a conflict. */
  async #write({ key, text, expect, expires }: EncodedWrite): Promise<string | undefined> {
    const expected = this.#expected(expect);
    if (expected === 'nothing can be') return undefined;
    if (text === undefined) return this.#remove(key, expected);
    const written =
      (await this.#documents.write(key, text, expires, expected ?? { ifNoneMatch: '*' })) ??
      (expected ? undefined : await this.#writeOverExpired(key, text, expires));
    return written && toTag(written);
  }

  /** An expired document counts as absent, whether or not a sweep has come by. */
  async #writeOverExpired(
    key: string,
    text: string,
    expires: number | undefined,
  ): Promise<BlobState | undefined> {
    const old = await this.#documents.look(key);
    if (!old || !this.#isOver(old)) return undefined;
    return this.#documents.write(key, text, expires, { ifMatch: old.etag });
  }

  async #remove(key: string, expected: Condition | undefined): Promise<'' | undefined> {
    if (expected)
      return (await this.#documents.remove(key, expected)) || !('ifMatch' in expected) ? '' : undefined;
    const old = await this.#documents.look(key);
    return !old || this.#isOver(old) ? '' : undefined;
  }

  /** What a request says of the blob it expects; undefined: that there is none. */
  #expected(expect: Expected): Condition | undefined | 'nothing can be' {
    if (expect === 'absent') return undefined;
    if (expect === 'any') return {};
    const state = fromTag(expect.tag);
    return state && !this.#isOver(state) ? { ifMatch: state.etag } : 'nothing can be';
  }

  #isOver({ expires }: BlobState): boolean {
    return expires !== undefined && expires < this.#clock().getTime();
  }
}

/** With the time in it a save knows, without asking first, whether the document that it expects has expired. */
const toTag = ({ etag, expires }: BlobState): string => `${etag} ${expires ?? ''}`;

/** Undefined where it is no tag of this store, which then names nothing. */
const fromTag = (tag: string): BlobState | undefined => {
  const { etag, expires } = /^(?<etag>"[^"]+") (?<expires>\d*)$/u.exec(tag)?.groups ?? {};
  return etag === undefined ? undefined : { etag, expires: expires ? Number(expires) : undefined };
};
