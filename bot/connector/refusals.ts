import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { RefusalReason } from './refusal-reasons.ts';

export interface RefusalsParts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: () => Date;
}

/** Anyone can make us refuse: the log tells of it once in this many milliseconds, and the figures of each. */
const silence = 60_000;

/** Counts the requests that are refused by reason, so that an operator sees why a channel is not heard. */
export class Refusals {
  readonly #parts: RefusalsParts;
  #lastLogged = -Infinity;
  #unlogged = 0;

  constructor(parts: RefusalsParts) {
    this.#parts = parts;
  }

  add(reason: RefusalReason): void {
    const { log, metrics, clock } = this.#parts;
    metrics.refusals.inc({ reason });
    this.#unlogged += 1;
    const now = clock().getTime();
    if (now - this.#lastLogged < silence) return;
    log.write('refused', { code: reason, count: this.#unlogged });
    this.#lastLogged = now;
    this.#unlogged = 0;
  }
}
