import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { DeliveryLimits } from './delivery-limits.ts';
import type { TraceContext } from '../trace-context.ts';
import { SendFault, type SendState } from './send-fault.ts';
import { SignInRefused } from './sign-in.ts';

/** Posts one activity once; rejects with SendFault. */
export type Post = () => Promise<unknown>;

/** How a list of replies ended: `failed` may succeed later, `rejected` will not in this form. */
export type Delivered = 'taken' | 'failed' | 'rejected';

interface Effort {
  readonly crisis: boolean;
  readonly pauses: readonly number[];
  /** No try begins after this, on the clock of `now`. */
  readonly until: number;
  readonly trace: TraceContext | undefined;
}

export interface DeliveryParts {
  readonly limits: DeliveryLimits;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Milliseconds on a clock that only runs forward. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/**
 * Gives replies to a connector one after the other, and tries again where that helps. A call that stays without
 * an answer may have arrived: a crisis reply is then given again, as twice is better than not at all; any other
 * is not. docs/decisions/0007-delivery.md has the reasons.
 */
export class Delivery {
  readonly #parts: DeliveryParts;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Resolves once all are through or one of them is given up; those after it are not tried then. */
  async give(posts: readonly Post[], crisis: boolean, trace?: TraceContext): Promise<Delivered> {
    const { limits, now } = this.#parts;
    const { pauses, within } = crisis ? limits.crisis : limits.ordinary;
    const effort = { crisis, pauses, until: now() + within, trace };
    for (const post of posts) {
      const state = await this.#tryAll(post, effort);
      this.#parts.metrics.sends.inc({ outcome: state });
      if (state === 'rejected') return 'rejected';
      if (state === 'not-taken' || (state === 'unknown' && crisis)) return 'failed';
    }
    return 'taken';
  }

  async #tryAll(post: Post, effort: Effort): Promise<'taken' | SendState> {
    for (let tries = 0; ; tries += 1) {
      try {
        await post();
        return 'taken';
      } catch (error) {
        const fault = error instanceof SendFault ? error : new SendFault('rejected', { cause: error });
        const pause = this.#pauseBefore(tries, fault, effort);
        if (pause === undefined) return this.#giveUp(fault, tries + 1, effort.trace);
        this.#parts.metrics.sendRetries.inc();
        await this.#parts.pause(pause);
      }
    }
  }

  /** How long to wait before the next try; undefined where there is none. */
  #pauseBefore(tries: number, fault: SendFault, { crisis, pauses, until }: Effort): number | undefined {
    if (fault.state === 'rejected' || (fault.state === 'unknown' && !crisis)) return undefined;
    const least = pauses[tries];
    if (least === undefined) return undefined;
    const now = this.#parts.now();
    const asked = Math.max(least, fault.wait ?? 0);
    if (now + asked <= until) return asked;
    // A connector that asks for more than we have: a crisis reply knocks again all the same.
    return crisis && now + least <= until ? least : undefined;
  }

  #giveUp(fault: SendFault, count: number, trace: TraceContext | undefined): SendState {
    const signIn = fault.cause instanceof SignInRefused;
    const event = signIn ? 'sign-in' : (`send-${fault.state}` as const);
    const status = fault.status === undefined ? {} : { status: fault.status };
    this.#parts.log.write(event, { count, ...status, error: fault.cause, trace });
    return fault.state;
  }
}
