import type { OutcomeId } from '../../knowledge/levels-of-care/ids.ts';
import type { ScreeningState } from '../memory.ts';
import type { Voice } from '../turn.ts';
import { filledIn } from './ask.ts';
import type { Decided } from './result.ts';

type Note = 'home' | 'ready' | 'group' | 'duty';
type Hours = 'iop-adult' | 'iop-under-18' | 'iop-skip' | 'php';

/** What else to know about a result: hours, duties, and what to ask where an answer was in the middle. */
export const notesFor = (voice: Voice, state: ScreeningState, { outcome }: Decided): readonly string[] => {
  const { notes, hours } = voice.texts.screening.result;
  const key = hoursKey(state.answers.age, outcome);
  return [
    ...(key ? [hours[key]] : []),
    ...notesAsked(state, outcome).map((note) => {
      if (note !== 'duty') return notes[note];
      return notes[outcome === 'php' ? 'duty-php' : 'duty-iop'];
    }),
  ];
};

/** Where thoughts of harm or an earlier danger decided, help stays in sight. */
export const dangerNote = (voice: Voice, { rule }: Decided): readonly string[] =>
  rule === 'R5' || rule === 'floor' ? [filledIn(voice, voice.texts.screening.result.notes.danger)] : [];

/** Which answers call for a question of their own. */
export const notesAsked = ({ answers }: ScreeningState, outcome: OutcomeId): readonly Note[] => [
  ...(answers.duty === 'yes' && (outcome === 'iop' || outcome === 'php') ? ['duty' as const] : []),
  ...(answers.home === 'mixed' ? ['home' as const] : []),
  ...(answers.ready === 'maybe' ? ['ready' as const] : []),
  ...(answers.group === 'maybe' ? ['group' as const] : []),
];

/** Hours are minimums; only IOP has two, by age (facts F14, F15, F46). */
export const hoursKey = (age: string | undefined, outcome: OutcomeId): Hours | undefined => {
  if (outcome === 'php') return 'php';
  if (outcome !== 'iop') return undefined;
  if (age === 'adult') return 'iop-adult';
  return age === 'under-18' ? 'iop-under-18' : 'iop-skip';
};
