import type { Reply } from '../dialogs/reply.ts';
import type { Incoming } from './incoming.ts';
import { knownChannel } from './known-channel.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Decision } from './turn-outcome.ts';

export interface MeasuredTurn {
  /** Replies were given to the channel. */
  given(replies: readonly Reply[]): void;
  ended(decision: Decision): void;
  /** There was no room for it. */
  refused(): void;
}

/**
 * Times one turn, from its message on, and counts what became of it. The log has no word of that: with its time, it
 * would tell whoever knows when somebody wrote that they were in danger.
 */
export const measuredTurn = (
  { channelId, trace }: Pick<Incoming, 'channelId' | 'trace'>,
  { metrics, log }: { readonly metrics: Metrics; readonly log: Log },
): MeasuredTurn => {
  const begun = performance.now();
  const milliseconds = (): number => performance.now() - begun;
  const channel = knownChannel(channelId);
  return {
    given: (replies) => {
      if (replies.some(({ kind }) => kind === 'crisis'))
        metrics.crisisSeconds.observe(milliseconds() / 1_000);
    },
    ended: ({ outcome, tier }) => {
      metrics.turns.inc({ channel, outcome });
      if (tier !== undefined) metrics.judged.inc({ tier });
      metrics.turnSeconds.observe(milliseconds() / 1_000);
      log.write('taken', { channel, milliseconds: Math.round(milliseconds()), trace });
    },
    refused: () => metrics.turns.inc({ channel, outcome: 'refused' }),
  };
};
