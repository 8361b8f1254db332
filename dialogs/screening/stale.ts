import type { QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import type { Outcome, Turn } from '../turn.ts';
import { crisisExit } from './crisis-exit.ts';
import { newState } from './state.ts';

/** Answers that mean danger whenever they are given. */
const danger: Readonly<Record<string, 'R1' | 'R2'>> = { 'safe=act': 'R1', 'body=yes': 'R2' };

/** An old button never answers the question of now, but one that says "I might act on it" is not passed over. */
export const stale = (turn: Turn, pressed: { question: QuestionId; option: string }): Outcome | undefined => {
  const rule = danger[`${pressed.question}=${pressed.option}`];
  if (rule === undefined) return undefined;
  return crisisExit(turn, turn.memory.screening ?? newState('self', turn.now), rule);
};
