import { dangerLine } from '../../knowledge/helplines/danger-line.ts';
import type { Outcome } from '../turn.ts';
import { say } from './ask.ts';
import type { Place } from './carry-out.ts';
import { proceed } from './proceed.ts';

/** Not understood: a gentle second try, then plainly. Where safety is asked about, help stays in sight. */
export const missed = ({ turn, state, question }: Place): Outcome => {
  const { knowledge, memory, texts } = turn;
  const { missed: first, missedAgain } = texts.screening.said;
  const again = state.misses > 0;
  const text = again ? missedAgain : first;
  const help = again && (question === 'safe' || question === 'body');
  const line = help ? [dangerLine(knowledge.helplines, knowledge.clinic.country, memory.language)] : [];
  return proceed(turn, { ...state, misses: state.misses + 1 }, [say([text, ...line].join(' '))]);
};
