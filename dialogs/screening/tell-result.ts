import type { ScreeningState } from '../memory.ts';
import type { Reply } from '../reply.ts';
import type { Outcome, Turn } from '../turn.ts';
import { trace } from './ask.ts';
import { decidedOf } from './decided.ts';
import { resultReply } from './result.ts';

/** So long a page with a result can be read. */
const pageMilliseconds = 24 * 3_600_000;

/** Says what a finished screening came to, with a new page to take along where one can be opened. */
export const tellResult = (turn: Turn, state: ScreeningState, before: readonly Reply[] = []): Outcome => {
  const decided = decidedOf(turn.memory, state);
  if (decided === undefined) return { memory: turn.memory, replies: before };
  const { outcome, rule } = decided;
  const { summary } = turn.outside;
  const until = new Date(turn.now.getTime() + pageMilliseconds).toISOString();
  const readsOn = turn.message.channel.pageLength !== undefined;
  return {
    memory: {
      ...turn.memory,
      ...(summary ? { summary: { id: summary.id, until } } : {}),
      ...(readsOn ? { more: { topic: 'screening:result', page: 0 } } : {}),
    },
    replies: [...before, resultReply(turn, state, decided), trace({ outcome, rule })],
  };
};
