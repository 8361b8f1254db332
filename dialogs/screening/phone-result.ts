import type { ScreeningState } from '../memory.ts';
import { pagesOf, pagesWithHint } from '../pages.ts';
import { fill, type Voice } from '../turn.ts';
import { inVoice } from './ask.ts';
import { dangerNote, hoursKey, notesAsked } from './notes.ts';
import type { Decided } from './result.ts';

/** Two segments of a long text message: 2 × 153 characters. */
const page = 306;

/** The result in short messages: what it is first, then on MORE what to ask and whom. */
export const phoneResult = (voice: Voice, state: ScreeningState, decided: Decided): readonly string[] => {
  const { result, rules } = voice.texts.screening;
  const { headline, phone } = result;
  const first = [
    headline[decided.outcome],
    rules[decided.rule].reason,
    ...dangerNote(voice, decided),
    phone.check,
    phone.more,
  ];
  const all = pagesOf(first.join(' '), page);
  return [...all, ...pagesWithHint(rest(voice, state, decided), page, voice.texts.screening.record.more)];
};

const rest = (voice: Voice, state: ScreeningState, { outcome }: Decided): string => {
  const { phone } = voice.texts.screening.result;
  const { clinic } = voice.knowledge;
  const { summary } = voice.outside;
  const hours = hoursKey(state.answers.age, outcome);
  const notes = notesAsked(state, outcome).map((note) => phone.notes[note]);
  return [
    ...(hours ? [phone.hours[hours]] : []),
    phone.asks[outcome],
    ...(notes.length > 0 ? [fill(phone.notes.also, { notes: notes.join(', ') })] : []),
    fill(clinic.phone ? phone.steps.phone : phone.steps.nophone, {
      clinic: clinic.name,
      phone: clinic.phone ?? '',
    }),
    ...(clinic.country === 'US' ? [phone.steps.locator] : []),
    ...(state.answers.age === 'under-18' ? [inVoice(phone.teen, state.about)] : []),
    ...(summary ? [fill(phone.page, { href: summary.href })] : []),
  ].join(' ');
};
