import { inTime } from '../in-time.ts';
import type { Log } from '../log.ts';
import type { Storage, Write } from '../storage/storage.ts';
import type { ConversationLog } from './conversation-log.ts';
import { seal, unseal } from './sealed-log.ts';

const hour = 3_600_000;
/** No word of a visitor is kept longer, in milliseconds. */
export const longestKept = 24 * hour;
/** The store's hourly sweep takes up to an hour more. */
const storedFor = longestKept - hour;
/** A log is stored whole, and goes when its first word must: so what is half as old as that is left out of it. */
const oldestStored = longestKept / 2;
const mostCharacters = 200_000;
/** A turn's message and replies become one write, in milliseconds. */
const gathering = 50;
/** Few enough that a store in this process holds up no reply: 67 KB take 0.4 ms to encrypt, and 1 to 9 ms to save. */
const mostAtOnce = 8;
/** How long the store is left alone after a failure, in milliseconds. */
const pause = 5_000;

/** Without a slash it can be no conversation's own document. */
const placeOf = ({ chat }: ConversationLog): string => `direct-line-log:${chat.conv}`;

export interface LogKeeperParts {
  readonly storage: Storage;
  readonly clock: () => Date;
  readonly log: Log;
}

/**
 * Stores logs in the background, encrypted, each in the order of its changes. Nobody waits for it, and what can't be
 * stored is tried again for as long as the log is in memory.
 */
export class LogKeeper {
  readonly #parts: LogKeeperParts;
  /** Logs whose latest state is not stored yet, by conversation. */
  readonly #waiting = new Map<string, ConversationLog>();
  readonly #busy = new Map<string, { readonly log: ConversationLog; readonly done: Promise<void> }>();
  readonly #restoring = new Map<ConversationLog, Promise<void>>();
  #next: NodeJS.Timeout | undefined;
  #paused = false;

  constructor(parts: LogKeeperParts) {
    this.#parts = parts;
  }

  changed(log: ConversationLog): void {
    this.#waiting.set(log.chat.conv, log);
    this.#schedule(gathering);
  }

  /** The log of a conversation, where its latest state is still to be stored. */
  held(conversation: string): ConversationLog | undefined {
    return this.#waiting.get(conversation) ?? this.#busy.get(conversation)?.log;
  }

  /** Gives a log up that is not in use any more, where the store is away: memory has its limits. */
  release({ chat }: ConversationLog): void {
    if (this.#paused) this.#waiting.delete(chat.conv);
  }

  /** Fills the log with what was stored of it. Rejects where the store does not answer. */
  restore(log: ConversationLog): Promise<void> {
    const running = this.#restoring.get(log) ?? this.#load(log).finally(() => this.#restoring.delete(log));
    this.#restoring.set(log, running);
    return running;
  }

  /** Resolves to whether the log's present state is stored, once that is tried. */
  async stored(conversation: string): Promise<boolean> {
    for (;;) {
      this.#work();
      const turn = [...this.#busy.values()].map(({ done }) => done);
      const running = this.#busy.get(conversation)?.done;
      if (!running && (this.#paused || !this.#waiting.has(conversation)))
        return !this.#waiting.has(conversation);
      await (running ?? Promise.race(turn));
    }
  }

  /** Resolves once all is stored, or can't be within `limit` milliseconds. Call it when nothing more is said. */
  async flush(limit: number): Promise<void> {
    this.#work();
    try {
      await inTime(this.#idle(), limit, () => new Error('the store takes too long'));
    } catch (error) {
      this.#warn(error);
    } finally {
      clearTimeout(this.#next);
    }
  }

  async #idle(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all([...this.#busy.values()].map(({ done }) => done));
  }

  async #load(log: ConversationLog): Promise<void> {
    if (log.restored) return;
    const found = await this.#parts.storage.load(placeOf(log));
    const entries = unseal(log.chat, found?.document) ?? [];
    if (entries === 'foreign') log.foreign = true;
    else log.restore(entries.filter(({ at }) => at > this.#now() - longestKept));
  }

  #schedule(wait: number): void {
    if (this.#paused) return;
    this.#next ??= setTimeout(() => this.#work(), wait).unref();
  }

  #work(): void {
    if (this.#paused) return;
    clearTimeout(this.#next);
    this.#next = undefined;
    for (const [conversation, log] of this.#waiting) {
      if (this.#busy.size >= mostAtOnce) return;
      if (this.#busy.has(conversation)) continue;
      this.#waiting.delete(conversation);
      const done = this.#store(log).finally(() => this.#ended(conversation));
      this.#busy.set(conversation, { log, done });
    }
  }

  #ended(conversation: string): void {
    this.#busy.delete(conversation);
    if (this.#waiting.size > 0) this.#work();
  }

  async #store(log: ConversationLog): Promise<void> {
    try {
      await this.restore(log);
      if (!log.foreign) await this.#parts.storage.save([this.#writeOf(log)]);
    } catch (error) {
      if (!this.#waiting.has(log.chat.conv)) this.#waiting.set(log.chat.conv, log);
      if (!this.#paused) this.#rest(error);
    }
  }

  /** An empty log is none. */
  #writeOf(log: ConversationLog): Write {
    const entries = log.latest(this.#now() - oldestStored, mostCharacters);
    const [first] = entries;
    if (first === undefined) return { key: placeOf(log), document: undefined, expect: 'any' };
    const expires = new Date(first.at + storedFor);
    return { key: placeOf(log), document: seal(log.chat, entries), expect: 'any', expires };
  }

  #rest(error: unknown): void {
    this.#warn(error);
    this.#paused = true;
    clearTimeout(this.#next);
    this.#next = setTimeout(() => {
      this.#paused = false;
      this.#work();
    }, pause).unref();
  }

  #warn(error: unknown): void {
    this.#parts.log.write('chat-log', { error });
  }

  #now(): number {
    return this.#parts.clock().getTime();
  }
}
