import type { Activity } from 'botbuilder';
import { LruMap } from '../lru-map.ts';

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

const mostActivities = 500;

/** What was said in one conversation: the latest activities in order, and at most one follower. */
export class ConversationLog {
  /** The turns of recent activities by activity id, so that a resend joins the turn that runs or ran. */
  readonly turns = new LruMap<string, Promise<void>>(mostActivities);
  /** Whether the bot was told that the visitor came. */
  started = false;
  #entries: readonly { readonly activity: Partial<Activity>; readonly size: number }[] = [];
  #dropped = 0;
  #follower: Follower | undefined;

  /** About the number of characters that it holds. */
  get size(): number {
    return this.#entries.reduce((sum, { size }) => sum + size, 0);
  }

  has(id: string): boolean {
    return this.#entries.some(({ activity }) => activity.id === id);
  }

  append(activities: readonly Partial<Activity>[]): void {
    const added = activities.map((activity) => ({ activity, size: JSON.stringify(activity).length }));
    const all = [...this.#entries, ...added];
    this.#entries = all.slice(-mostActivities);
    this.#dropped += all.length - this.#entries.length;
    this.#follower?.take({ activities, watermark: this.#end });
  }

  /** What came after a watermark; everything where it is none of ours, such as one of before a restart. */
  since(watermark: string): Frame {
    const seen = Number(watermark);
    const known = Number.isInteger(seen) && seen >= this.#dropped && seen <= Number(this.#end);
    const rest = known ? this.#entries.slice(seen - this.#dropped) : this.#entries;
    return { activities: rest.map(({ activity }) => activity), watermark: this.#end };
  }

  follow(follower: Follower): void {
    this.#follower?.replaced();
    this.#follower = follower;
  }

  /** Without a follower given it ends whoever follows. */
  unfollow(follower?: Follower): void {
    if (follower === undefined) this.#follower?.replaced();
    if (follower === undefined || follower === this.#follower) this.#follower = undefined;
  }

  get #end(): string {
    return String(this.#dropped + this.#entries.length);
  }
}
