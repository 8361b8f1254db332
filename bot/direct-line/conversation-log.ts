import { timingSafeEqual } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { LruMap } from '../lru-map.ts';
import type { Entry } from './sealed-log.ts';
import type { Chat } from './tokens.ts';

/** What a client is told at once, by stream or by polling; the watermark names where to go on. */
export interface Frame {
  readonly activities: readonly Partial<Activity>[];
  readonly watermark: string;
}

/** Somebody who reads along. `replaced` is called when another takes the place. */
export interface Follower {
  readonly take: (frame: Frame) => void;
  readonly replaced: () => void;
}

interface SizedEntry extends Entry {
  /** About the number of characters. */
  readonly size: number;
}

const mostActivities = 500;
const mostCharacters = 400_000;

export interface ConversationLogParts {
  readonly chat: Pick<Chat, 'conv' | 'key'>;
  readonly clock: () => Date;
  /** Called after each change of what is to be kept. */
  readonly changed: (log: ConversationLog) => void;
}

/** What was said in one conversation: the latest activities in order, and at most one follower. */
export class ConversationLog {
  readonly chat: Pick<Chat, 'conv' | 'key'>;
  /** The turns of recent activities by activity id, so that a resend joins the turn that runs or ran. */
  readonly turns = new LruMap<string, Promise<void>>(mostActivities);
  /** Whether the bot was told that the visitor came. */
  started = false;
  /** Whether what was stored of it before is here: until then it must not be stored over that. */
  restored = false;
  /** What is stored was encrypted with another key: this one is not the visitor's. */
  foreign = false;
  readonly #clock: () => Date;
  readonly #changed: (log: ConversationLog) => void;
  #entries: readonly SizedEntry[] = [];
  #size = 0;
  #last: number;
  #follower: Follower | undefined;
  #followedFrom = 0;

  /**
   * It may go on for a client that has seen more than was stored. So it counts from the time in seconds, which is
   * ahead of any earlier count, and no watermark of before hides what is said now.
   */
  constructor({ chat, clock, changed }: ConversationLogParts) {
    this.chat = chat;
    this.#clock = clock;
    this.#changed = changed;
    this.#last = Math.floor(clock().getTime() / 1_000);
  }

  /** About the number of characters that it holds. */
  get size(): number {
    return this.#size;
  }

  isOf({ key }: Pick<Chat, 'key'>): boolean {
    const [given, own] = [Buffer.from(key), Buffer.from(this.chat.key)];
    return given.length === own.length && timingSafeEqual(given, own);
  }

  has(id: string): boolean {
    return this.#entries.some(({ activity }) => activity.id === id);
  }

  append(activities: readonly Partial<Activity>[]): void {
    const at = this.#clock().getTime();
    const added = activities.map((activity) => sized({ seq: (this.#last += 1), at, activity }));
    this.#keep([...this.#entries, ...added]);
    this.#follower?.take({ activities, watermark: this.#end });
    this.#changed(this);
  }

  /** A chat that nobody has seen anything of counts from zero. */
  beginAnew(): void {
    if (this.restored && this.#entries.length === 0 && !this.started) this.#last = 0;
  }

  /** Puts what was stored before what has been said meanwhile. Whoever reads along gets it late. */
  restore(stored: readonly Entry[]): void {
    if (this.restored) return;
    this.restored = true;
    const missing = stored.filter(({ activity }) => activity.id === undefined || !this.has(activity.id));
    if (missing.length === 0) return;
    this.started = true;
    this.#last = Math.max(this.#last, missing.at(-1)?.seq ?? 0);
    this.#keep([...missing.map(sized), ...this.#entries]);
    const late = missing.filter(({ seq }) => seq > this.#followedFrom).map(({ activity }) => activity);
    if (late.length > 0) this.#follower?.take({ activities: late, watermark: this.#end });
  }

  /** What came after a watermark; everything where it is none of ours. */
  since(watermark: string): Frame {
    const seen = this.#seenAt(watermark);
    const rest = this.#entries.filter(({ seq }) => seq > seen);
    return { activities: rest.map(({ activity }) => activity), watermark: this.#end };
  }

  /** The latest entries from `oldest` on (milliseconds since 1970), of at most so many characters together. */
  latest(oldest: number, most: number): readonly Entry[] {
    const from = firstOf(this.#entries, mostActivities, most);
    return this.#entries
      .slice(from)
      .filter(({ at }) => at >= oldest)
      .map(({ seq, at, activity }) => ({ seq, at, activity }));
  }

  /** Forgets what came before a time in milliseconds since 1970. */
  forgetBefore(oldest: number): void {
    if ((this.#entries[0]?.at ?? oldest) < oldest) this.#keep(this.#entries.filter(({ at }) => at >= oldest));
  }

  /** Forgets all words. Who reads along and what is counted stay. */
  clear(): void {
    this.restored = true;
    this.#keep([]);
    this.#changed(this);
  }

  /** Gives what came after the watermark at once, and from then on what comes. */
  follow(follower: Follower, watermark: string): void {
    this.#follower?.replaced();
    this.#follower = follower;
    this.#followedFrom = this.#seenAt(watermark);
    const missed = this.since(watermark);
    if (missed.activities.length > 0) follower.take(missed);
  }

  /** Without a follower given it ends whoever follows. */
  unfollow(follower?: Follower): void {
    if (follower === undefined) this.#follower?.replaced();
    if (follower === undefined || follower === this.#follower) this.#follower = undefined;
  }

  #keep(entries: readonly SizedEntry[]): void {
    this.#entries = entries.slice(firstOf(entries, mostActivities, mostCharacters));
    this.#size = this.#entries.reduce((sum, { size }) => sum + size, 0);
  }

  #seenAt(watermark: string): number {
    const seen = Number(watermark);
    return Number.isInteger(seen) && seen >= 0 && seen <= this.#last ? seen : 0;
  }

  get #end(): string {
    return String(this.#last);
  }
}

const sized = (entry: Entry): SizedEntry => ({ ...entry, size: JSON.stringify(entry.activity).length });

/** Where the latest ones begin that are within both limits; the very last one always is. */
const firstOf = (entries: readonly SizedEntry[], most: number, characters: number): number => {
  let room = characters;
  const least = Math.max(0, entries.length - most);
  for (let index = entries.length - 1; index >= least; index -= 1) {
    room -= entries[index]?.size ?? 0;
    if (room < 0) return Math.min(index + 1, entries.length - 1);
  }
  return least;
};
