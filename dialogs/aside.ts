import type { Step } from './turn.ts';

/**
 * An edited message, or a comment on an answer, was not said to the bot now: it must not answer the open question.
 * Danger in it was met before this step.
 */
export const aside: Step = (turn, next) => {
  const { kind } = turn.message;
  return kind === 'edited' || kind === 'aside' ? { memory: turn.memory, replies: [] } : next(turn);
};
