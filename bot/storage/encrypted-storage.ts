import { createHmac } from 'node:crypto';
import { ConfigError, StorageError } from '../errors.ts';
import { decodeDocument, encodeKey, encodeWrite, type EncodedWrite } from './encoded-write.ts';
import type { EncryptionKey } from './encryption-keys.ts';
import { seal, unseal } from './envelope.ts';
import { openNameKey } from './name-key.ts';
import type { Backend, SaveOutcome, Storage, Stored, Write } from './storage.ts';
import { untilDone } from './until-done.ts';

/**
 * Hands encrypted documents on to another store, under names that do not tell the key: an SMS conversation's
 * key has a phone number in it. When a document expires, and how long it is, stays in the open.
 */
export class EncryptedStorage implements Storage {
  readonly #inner: Backend;
  readonly #keys: readonly EncryptionKey[];
  readonly #first: EncryptionKey;
  readonly #nameKey: () => Promise<Uint8Array>;

  private constructor(inner: Backend, keys: readonly EncryptionKey[]) {
    const [first] = keys;
    if (!first) throw new ConfigError('STORAGE_ENCRYPTION_KEYS: must have a key.');
    this.#inner = inner;
    this.#keys = keys;
    this.#first = first;
    this.#nameKey = untilDone(() => openNameKey(inner, keys));
  }

  /**
   * The first key encrypts, each decrypts. Rejects with a ConfigError where they are not those of the store.
   * A store that does not answer now is asked again later.
   */
  static async open(inner: Backend, keys: readonly EncryptionKey[]): Promise<EncryptedStorage> {
    const storage = new EncryptedStorage(inner, keys);
    try {
      await storage.#nameKey();
    } catch (error) {
      if (error instanceof ConfigError) throw error;
    }
    return storage;
  }

  get oneAtATime(): boolean {
    return this.#inner.oneAtATime ?? false;
  }

  async load(key: string): Promise<Stored | undefined> {
    const name = await this.#name(key);
    const stored = await this.#inner.load(name);
    if (!stored) return undefined;
    const opened = unseal(stored.document, name, this.#keys);
    return { document: opened && decodeDocument(opened.text), tag: stored.tag };
  }

  async save(writes: readonly Write[]): Promise<SaveOutcome> {
    const encoded = writes.map(encodeWrite);
    return this.#inner.save(await Promise.all(encoded.map((write) => this.#seal(write))));
  }

  async sweep(now: Date): Promise<number> {
    return this.#inner.sweep(now);
  }

  async ping(): Promise<void> {
    await this.#inner.ping();
    await this.#openNameKey();
  }

  async close(): Promise<void> {
    await this.#inner.close();
  }

  async #seal({ key, text, expect, expires }: EncodedWrite): Promise<Write> {
    const name = await this.#name(key);
    const document = text === undefined ? undefined : seal(text, name, this.#first);
    return { key: name, document, expect, ...(expires === undefined ? {} : { expires: new Date(expires) }) };
  }

  async #name(key: string): Promise<string> {
    return createHmac('sha256', await this.#openNameKey())
      .update(encodeKey(key))
      .digest('base64url');
  }

  async #openNameKey(): Promise<Uint8Array> {
    try {
      return await this.#nameKey();
    } catch (error) {
      throw error instanceof ConfigError ? new StorageError(error.message, { cause: error }) : error;
    }
  }
}
