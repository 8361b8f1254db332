import type { Decision } from '../../knowledge/levels-of-care/decide.ts';
import type { OutcomeId } from '../../knowledge/levels-of-care/ids.ts';
import type { ScreeningState } from '../memory.ts';
import type { Turn } from '../turn.ts';
import { filledIn } from './ask.ts';

/** What else to know about a result: hours, duties, and what to ask where an answer was in the middle. */
export const notesFor = (
  turn: Turn,
  { answers }: ScreeningState,
  level: OutcomeId,
  rule: Decision['rule'],
): readonly string[] => {
  const { notes } = turn.texts.screening.result;
  return [
    ...(rule === 'R5' || rule === 'floor' ? [filledIn(turn, notes.danger)] : []),
    ...hours(turn, answers.age, level),
    ...(answers.duty === 'yes' && (level === 'iop' || level === 'php') ? [notes[`duty-${level}`]] : []),
    ...(answers.home === 'mixed' ? [notes.home] : []),
    ...(answers.ready === 'maybe' ? [notes.ready] : []),
    ...(answers.group === 'maybe' ? [notes.group] : []),
  ];
};

/** Hours are minimums; only IOP has two, by age (facts F14, F15, F46). */
const hours = ({ texts }: Turn, age: string | undefined, level: OutcomeId): readonly string[] => {
  const { hours: each } = texts.screening.result;
  if (level === 'php') return [each.php];
  if (level !== 'iop') return [];
  if (age === 'adult') return [each['iop-adult']];
  return [age === 'under-18' ? each['iop-under-18'] : each['iop-skip']];
};
