import type { Memory, ScreeningState } from './memory.ts';
import { fitted } from './screening/state.ts';
import { whileClosed } from './screening/while-closed.ts';
import { whileOpen } from './screening/while-open.ts';
import type { Step } from './turn.ts';

export { startScreening } from './screening/start.ts';
export { openOption } from './screening/open-option.ts';

/** The guided questions: takes answers and commands while one is open, and the wish to go on when none is. */
export const screening: Step = (turn, next) => {
  const { message, memory } = turn;
  if (message.channel.shared || (message.kind !== 'text' && message.kind !== 'choice')) return next(turn);
  const state = openState(memory);
  if (state && memory.open?.kind === 'screening')
    return whileOpen(turn, next, fitted(state), memory.open.question);
  return whileClosed(turn) ?? next(turn);
};

const openState = ({ screening: state }: Memory): ScreeningState | undefined =>
  state?.status === 'open' ? state : undefined;
