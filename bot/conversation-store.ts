import type { Memory } from '../dialogs/memory.ts';
import { newMemory } from '../dialogs/memory.ts';
import { StorageError } from './errors.ts';
import { inTime } from './in-time.ts';
import type { SaveOutcome, Storage, Write } from './storage/storage.ts';
import { isNewer, readDocument, type TurnDocument } from './turn-document.ts';

const dayMilliseconds = 86_400_000;

/** A conversation as it was found; `tag` is what a save expects to still be there. */
export interface Found {
  readonly document: TurnDocument;
  readonly tag: string | undefined;
  /** The store did not answer: this is what is known without it, and can't be saved over what it has. */
  readonly lost: boolean;
  /** What is stored can't be used, and this memory begins anew. */
  readonly unreadable?: true;
}

/** Loads and saves one conversation's document, with a time limit, for as long as memory is kept. */
export class ConversationStore {
  readonly #storage: Storage;
  readonly #limit: number;
  readonly #days: number;

  /** `limit` in milliseconds: after that the turn goes on without its memory. */
  constructor(storage: Storage, limit: number, days: number) {
    this.#storage = storage;
    this.#limit = limit;
    this.#days = days;
  }

  /** How long a silent conversation is kept. */
  get days(): number {
    return this.#days;
  }

  /**
   * Rejects with StorageError when the store fails or takes too long, and for what a newer version of the service
   * has written, which this one must not write over.
   */
  async load(key: string, now: Date): Promise<Found> {
    const stored = await this.#inTime(this.#storage.load(key));
    if (isNewer(stored?.document)) throw new StorageError('a newer version wrote this conversation');
    const document = readDocument(stored?.document);
    const found = { document: document ?? { memory: newMemory(now), answered: [] }, tag: stored?.tag };
    return { ...found, lost: false, ...(stored && !document ? { unreadable: true } : {}) };
  }

  /** Saves over what was found, and the others with it or nothing at all; the new tag, or undefined where another turn was faster. */
  async save(
    key: string,
    found: Found,
    document: TurnDocument | undefined,
    now: Date,
    others: readonly Write[] = [],
  ): Promise<string | undefined> {
    if (document === undefined && found.tag === undefined) return '';
    const expires = new Date(now.getTime() + this.#days * dayMilliseconds);
    const expect = found.tag === undefined ? 'absent' : { tag: found.tag };
    const outcome = await this.#inTime(this.#saveAll({ key, document, expect, expires }, others));
    return outcome.kind === 'saved' ? (outcome.tags[0] ?? '') : undefined;
  }

  /**
   * Where a store can't write several at once, what is to be removed goes first and the conversation is last: a
   * crash or a faster turn in between leaves a page that nobody has the address of, or misses one that was to go.
   */
  async #saveAll(write: Write, others: readonly Write[]): Promise<SaveOutcome> {
    if (!this.#storage.oneAtATime) return this.#storage.save([write, ...others]);
    const removedFirst = others.toSorted(
      (a, b) => Number(a.document !== undefined) - Number(b.document !== undefined),
    );
    for (const each of removedFirst) await this.#storage.save([each]);
    return this.#storage.save([write]);
  }

  #inTime<T>(work: Promise<T>): Promise<T> {
    return inTime(work, this.#limit, () => new StorageError(`no answer in ${this.#limit} ms`));
  }
}

/** What a turn starts with while the store does not answer. */
export const lostConversation = (now: Date): Found => ({
  document: { memory: { ...newMemory(now), lost: true } satisfies Memory, answered: [] },
  tag: undefined,
  lost: true,
});
