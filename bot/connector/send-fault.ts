/**
 * What is known of a reply that the connector did not confirm:
 * - `not-taken`: it said "not now", or was not reached. Trying again can not give the reply twice.
 * - `unknown`: it said nothing in time. The reply may have arrived.
 * - `rejected`: it will not take this reply, however often it is asked.
 */
export type SendState = 'not-taken' | 'unknown' | 'rejected';

/** How giving a reply to a connector may end. */
export const sendOutcomes = ['taken', 'not-taken', 'unknown', 'rejected'] as const satisfies (
  'taken' | SendState
)[];

/** A reply was not confirmed by the connector. `wait`: how long it asked to be left alone, in milliseconds. */
export class SendFault extends Error {
  override readonly name = 'SendFault';
  readonly state: SendState;
  readonly status: number | undefined;
  readonly wait: number | undefined;

  constructor(state: SendState, found: { status?: number; wait?: number | undefined; cause?: unknown } = {}) {
    super(`${state} ${found.status ?? ''}`.trim(), { cause: found.cause });
    this.state = state;
    this.status = found.status;
    this.wait = found.wait;
  }
}

/** 401: our token was too old, and is fetched anew. 412, 502 and 504 are among those that Teams asks to repeat. */
const passing = [401, 408, 412, 425, 429];

/** An answer that is no success, as a fault. */
export const faultOfAnswer = (status: number, retryAfter: string | null, now: number): SendFault => {
  const state = status >= 500 || passing.includes(status) ? 'not-taken' : 'rejected';
  return new SendFault(state, { status, wait: waitOf(retryAfter, now) });
};

/**
 * A call without an answer, as a fault. Silence may mean a slow connector that has the reply. A connection that
 * was refused or reset almost always means that it never read it: a pooled connection closed under our hands.
 */
export const faultOfCall = (error: unknown): SendFault => {
  const silent = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return new SendFault(silent ? 'unknown' : 'not-taken', { cause: error });
};

/** `Retry-After` is in seconds, or a date. */
const waitOf = (value: string | null, now: number): number | undefined => {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1_000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
};
