/**
 * How giving replies ended:
 * - `taken`: for good. A resend of the message gets nothing.
 * - `held`: they went into the answer to the request. A resend gets them again.
 * - `failed`: they did not arrive. They are given again before the next ones, while they are fresh.
 */
export type Outcome = 'taken' | 'held' | 'failed';
