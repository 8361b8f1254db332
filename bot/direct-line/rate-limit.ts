import { LruMap } from '../lru-map.ts';
import { DirectLineError } from './direct-line-error.ts';

const mostKeys = 10_000;

/** Counts what each key asked for in a window of time. */
export class RateLimit {
  readonly #windows = new LruMap<string, { readonly ends: number; readonly count: number }>(mostKeys);
  readonly #most: number;
  readonly #window: number;
  readonly #clock: () => Date;

  /** `window` is in milliseconds. */
  constructor(most: number, window: number, clock: () => Date) {
    this.#most = most;
    this.#window = window;
    this.#clock = clock;
  }

  /** Zero when this one is allowed, else the seconds until the next one is. */
  take(key: string): number {
    const now = this.#clock().getTime();
    const found = this.#windows.get(key);
    // A clock that was set back must not make a window last longer than it is.
    const lasts = found && found.ends > now && found.ends <= now + this.#window;
    const current = lasts ? found : { ends: now + this.#window, count: 0 };
    if (current.count >= this.#most) return Math.ceil((current.ends - now) / 1_000);
    this.#windows.set(key, { ends: current.ends, count: current.count + 1 });
    return 0;
  }
}

/** Throws 429 where a rate limit says that one has to wait so many seconds. */
export const allow = (wait: number): void => {
  if (wait > 0)
    throw new DirectLineError(429, 'TooManyRequests', 'Too many requests. Please wait a minute.', wait);
};
