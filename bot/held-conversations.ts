import type { Memory } from '../dialogs/memory.ts';
import { atLeast } from '../knowledge/risk/verdict.ts';
import { lostConversation, type ConversationStore, type Found } from './conversation-store.ts';
import type { Incoming } from './incoming.ts';
import { LruMap } from './lru-map.ts';
import type { Write } from './storage/storage.ts';
import type { TraceContext } from './trace-context.ts';
import { knownTurns, type TurnDocument } from './turn-document.ts';

const mostHeld = 2_000;
/** How long a conversation is held while the store is away, in milliseconds. */
const holdLimit = 3_600_000;

/** What the store could not be given: the newest state of a conversation, and which stored one it follows. */
interface Held {
  readonly document: TurnDocument;
  /** What it was made from; `lost` where that could not be read. */
  readonly after: Pick<Found, 'tag' | 'lost'>;
  readonly at: number;
}

/** Whose turn it is, and in which trace. */
type Turning = Pick<Incoming, 'conversation' | 'trace'>;

/** What the store did not do, by the event that the log has for it. */
export type StoreFault = (
  event: 'storage-load' | 'storage-save' | 'storage-unreadable',
  error: unknown,
  trace: TraceContext | undefined,
) => void;

/** `held`: the store did not take it. `undeleted`: it was to be deleted, and may still be there. */
export type Kept = 'saved' | 'conflict' | 'held' | 'undeleted';

/**
 * The store of conversations for as long as it answers. What it does not take is held in this process, so that a
 * conversation goes on where it was, and above all so that its danger stays known; the next turn gives it to the store.
 */
export class HeldConversations {
  readonly #store: ConversationStore;
  readonly #fault: StoreFault;
  readonly #held = new LruMap<string, Held>(mostHeld);

  /** `fault` is called with each failure of the store. */
  constructor(store: ConversationStore, fault: StoreFault) {
    this.#store = store;
    this.#fault = fault;
  }

  /** Never rejects: without the store it is what is held here, or an empty memory. */
  async load({ conversation: key, trace }: Turning, now: Date): Promise<Found> {
    try {
      const found = await this.#store.load(key, now);
      if (found.unreadable) this.#fault('storage-unreadable', undefined, trace);
      const held = this.#fresh(key, now);
      return held ? joined(found, held) : found;
    } catch (error) {
      this.#fault('storage-load', error, trace);
      return this.held(key, now);
    }
  }

  /** What is known of a conversation without asking the store. */
  held(key: string, now: Date): Found {
    const held = this.#fresh(key, now);
    return held ? { document: held.document, tag: held.after.tag, lost: true } : lostConversation(now);
  }

  /** Never rejects. Over what was found without the store nothing is saved, only held; `others` are never held. */
  async save(
    { conversation: key, trace }: Turning,
    found: Found,
    document: TurnDocument | undefined,
    now: Date,
    others: readonly Write[] = [],
  ): Promise<Kept> {
    if (found.lost) return this.hold(key, found, document, now);
    try {
      if ((await this.#store.save(key, found, document, now, others)) === undefined) return 'conflict';
      this.#held.delete(key);
      return 'saved';
    } catch (error) {
      this.#fault('storage-save', error, trace);
      return this.hold(key, found, document, now);
    }
  }

  /** Keeps it here alone. */
  hold(key: string, found: Found, document: TurnDocument | undefined, now: Date): Kept {
    if (document === undefined) return 'undeleted';
    // What follows something held follows the same stored state as that.
    const before = found.lost ? this.#fresh(key, now)?.after : undefined;
    const after = before ?? { tag: found.tag, lost: found.lost };
    this.#held.set(key, { document, after, at: now.getTime() });
    return 'held';
  }

  #fresh(key: string, now: Date): Held | undefined {
    const held = this.#held.get(key);
    if (held && Math.abs(now.getTime() - held.at) < holdLimit) return held;
    this.#held.delete(key);
    return undefined;
  }
}

/** The store is back: what is held goes on from what is stored, unless that has changed meanwhile. */
const joined = (found: Found, { document, after }: Held): Found => {
  const follows = after.lost ? found.tag === undefined : found.tag === after.tag;
  if (follows) return { ...found, document: { ...document, memory: notLost(document.memory) } };
  const known = new Set(found.document.answered.map(({ id }) => id));
  const answered = [...document.answered.filter(({ id }) => !known.has(id)), ...found.document.answered];
  const memory = withDanger(found.document.memory, document.memory);
  return { ...found, document: { memory, answered: answered.slice(0, knownTurns) } };
};

const notLost = ({ lost: _, ...memory }: Memory): Memory => memory;

/** Danger that was met while the store was away is not forgotten; nor is what was asked about it. */
const withDanger = (stored: Memory, { risk, open }: Memory): Memory => {
  if (risk === undefined || (stored.risk && atLeast(stored.risk.tier, risk.tier))) return stored;
  return { ...stored, risk, ...(open?.kind === 'crisis' ? { open } : {}) };
};
