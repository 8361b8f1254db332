import { sayByTurns } from './say.ts';
import { waysIn } from './topic-choices.ts';
import type { Step } from './turn.ts';

/** Pictures, files and empty messages get a polite word instead of silence. */
export const unsupported: Step = (turn, next) => {
  if (turn.message.kind !== 'unsupported') return next(turn);
  if (turn.message.reason === 'attachment') return sayByTurns(turn, 'attachment');
  return sayByTurns(turn, 'empty', turn.memory.open ? [] : waysIn(turn));
};
