import type { OutcomeId } from '../../knowledge/levels-of-care/ids.ts';
import type { Decision } from '../../knowledge/levels-of-care/decide.ts';
import type { ScreeningState } from '../memory.ts';
import type { Choice, ResultReply, ResultSection } from '../reply.ts';
import { titles } from '../topic-choices.ts';
import type { Voice } from '../turn.ts';
import { command } from './ask.ts';
import { givenAnswers } from './given-answers.ts';
import { dangerNote, notesFor } from './notes.ts';
import { contactsFor, stepsFor } from './next-step.ts';
import { phoneResult } from './phone-result.ts';
import { reasonsFor } from './reasons.ts';

export type Level = Exclude<OutcomeId, 'crisis'>;
/** What a result is worded from: kept with the screening, so that it can be said again. */
export type Decided = Pick<Decision, 'rule' | 'matched'> & { readonly outcome: Level };

/** What to read on about, by outcome. */
const readOn: Readonly<Record<Level, readonly string[]>> = {
  outpatient: ['outpatient-definition', 'levels-overview'],
  iop: ['iop-definition', 'iop-components'],
  php: ['php-definition', 'iop-vs-php'],
  undetermined: ['levels-overview'],
  clinician: ['levels-overview'],
  'detox-or-24h': ['iop-detox', 'inpatient-definition'],
};

/** The end of the questions, in words. */
export const resultReply = (voice: Voice, state: ScreeningState, decided: Decided): ResultReply => {
  const { result } = voice.texts.screening;
  const { summary } = voice.outside;
  return {
    kind: 'result',
    outcome: decided.outcome,
    headline: result.headline[decided.outcome],
    sections: sectionsOf(voice, state, decided),
    answers: { title: result.answers, items: givenAnswers(voice, state) },
    contacts: contactsFor(voice),
    page: summary && { label: result.page, href: summary.href },
    short: phoneResult(voice, state, decided)[0] ?? '',
    choices: choicesFor(voice, decided.outcome),
  };
};

const sectionsOf = (voice: Voice, state: ScreeningState, decided: Decided): readonly ResultSection[] => {
  const { result } = voice.texts.screening;
  const { decided: reason, also } = reasonsFor(voice, state, decided);
  const sections: readonly ResultSection[] = [
    { id: 'why', title: result.why, lines: [reason, ...dangerNote(voice, decided)] },
    { id: 'also', title: result.also, lines: also },
    { id: 'know', title: result.goodToKnow, lines: notesFor(voice, state, decided) },
    { id: 'ask', title: result.ask, lines: result.asks[decided.outcome] },
    { id: 'check', title: result.check, lines: [result.notDiagnosis, result.notFinal, result.notSaid] },
    { id: 'next', title: result.next, lines: stepsFor(voice, state) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
};

const choicesFor = (voice: Voice, level: Level): readonly Choice[] => [
  ...titles(voice, readOn[level]),
  command(voice, 'human'),
  command(voice, 'record'),
  command(voice, 'again'),
];
