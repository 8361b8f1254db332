/** How often, and for how long, one turn's replies are tried. Times are in milliseconds. */
export interface Patience {
  /** The pause before each further try: as many further tries as there are pauses. */
  readonly pauses: readonly number[];
  /** No try begins later than this after the first one. */
  readonly within: number;
}

export interface DeliveryLimits {
  /** How long a connector, or the login service, may take for one call. */
  readonly call: number;
  readonly ordinary: Patience;
  readonly crisis: Patience;
  /** The channel's request is answered by then, whether or not its replies are through. */
  readonly answerAfter: number;
}

/**
 * Channels give up on a request after 15 s, so it is answered before, and ordinary replies are through or given up
 * by then too. A crisis reply is tried for a minute: nobody waits for the request any more.
 */
export const deliveryLimits: DeliveryLimits = {
  call: 5_000,
  ordinary: { pauses: [500, 2_000], within: 9_000 },
  crisis: { pauses: [250, 1_000, 2_000, 4_000, 8_000, 16_000, 16_000], within: 60_000 },
  answerAfter: 9_000,
};
