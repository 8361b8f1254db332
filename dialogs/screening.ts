import { certain } from '../knowledge/faq/matcher.ts';
import type { Memory, ScreeningState } from './memory.ts';
import { isContent } from './screening/is-content.ts';
import { resume } from './screening/start.ts';
import { fitted } from './screening/state.ts';
import { asksToStart, whileClosed } from './screening/while-closed.ts';
import { whileOpen } from './screening/while-open.ts';
import type { Outcome, Step, Turn } from './turn.ts';

export { startScreening } from './screening/start.ts';
export { asksOfScreening, asksToGoOn } from './screening/while-closed.ts';
export { readOn } from './screening/read-on.ts';
export { withSummaryInForce } from './screening/summary-in-force.ts';
export { resultAgain } from './screening/result-again.ts';
export { isOpenCommand, openOption } from './screening/open-option.ts';

/** The guided questions: takes answers and commands while one is open, and the wish to go on when none is. */
export const screening: Step = (turn, next) => {
  const { message, memory } = turn;
  if (message.channel.shared || (message.kind !== 'text' && message.kind !== 'choice')) return next(turn);
  const state = openState(memory);
  if (state && memory.open?.kind === 'screening')
    return whileOpen(turn, next, fitted(state), memory.open.question);
  const outcome = whileClosed(turn);
  if (outcome) return outcome;
  if (asksToStart(turn)) return next({ ...turn, match: () => certain('start-screening') });
  return state ? takeUp(turn, next, state) : next(turn);
};

/** The open question was lost, by time or because its table is gone: what is no message of its own brings the next one. */
const takeUp = (turn: Turn, next: (turn: Turn) => Outcome, state: ScreeningState): Outcome => {
  if (turn.memory.open || turn.words === '') return next(turn);
  const outcome = next(turn);
  if (outcome.memory?.open || outcome.replies.some((reply) => isContent(reply))) return outcome;
  return resume(turn, state);
};

const openState = ({ screening: state }: Memory): ScreeningState | undefined =>
  state?.status === 'open' ? state : undefined;
