import type { Contact } from '../../knowledge/helplines/contact.ts';
import { questionIds, type OutcomeId, type QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import type { Decision } from '../../knowledge/levels-of-care/decide.ts';
import type { ScreeningState } from '../memory.ts';
import { pagesOf } from '../pages.ts';
import type { Choice, Reply, ResultReply } from '../reply.ts';
import { titles } from '../topic-choices.ts';
import { fill, type Turn } from '../turn.ts';
import { command, labelOf, say } from './ask.ts';
import { notesFor } from './notes.ts';
import { contactsFor, stepsFor } from './next-step.ts';

type Level = Exclude<OutcomeId, 'crisis'>;
type Section = ResultReply['sections'][number];

/** What to read on about, by outcome. */
const readOn: Readonly<Record<Level, readonly string[]>> = {
  outpatient: ['outpatient-definition', 'levels-overview'],
  iop: ['iop-definition', 'iop-components'],
  php: ['php-definition', 'iop-vs-php'],
  undetermined: ['levels-overview'],
  clinician: ['levels-overview'],
  'detox-or-24h': ['iop-detox', 'inpatient-definition'],
};

/** The end of the questions; where messages are short, the answers it rests on follow in messages of their own. */
export const resultReplies = (
  turn: Turn,
  state: ScreeningState,
  decision: Decision,
  level: Level,
): readonly Reply[] => {
  const { pageLength } = turn.message.channel;
  const { why, check, next, goodToKnow, answers } = sectionsOf(turn, state, decision, level);
  const choices = choicesFor(turn, level);
  const contacts = contactsFor(turn);
  const headline = turn.texts.screening.result.headline[level];
  const shown = [why, ...goodToKnow, check, answers, next];
  if (pageLength === undefined)
    return [{ kind: 'result', outcome: level, headline, sections: shown, contacts, choices }];
  const pages = [...goodToKnow, answers, next].flatMap((each) => pagesOf(inOneLine(each), pageLength));
  const first: Reply = {
    kind: 'result',
    outcome: level,
    headline,
    sections: [why, check],
    contacts: [],
    choices: [],
  };
  return [first, ...pages.map((text) => say(text)), ...lastPage(contacts)];
};

const inOneLine = ({ title, lines }: Section): string =>
  `${title}: ${lines.map((line) => (/[.?!]$/.test(line) ? line : `${line}.`)).join(' ')}`;

/** Contacts as words: on such channels there is nothing to press. */
const lastPage = (contacts: readonly Contact[]): readonly Reply[] =>
  contacts.length === 0 ? [] : [say(contacts.map(({ label }) => label).join('\n'))];

const sectionsOf = (turn: Turn, state: ScreeningState, { rule }: Decision, level: Level) => {
  const { result, rules } = turn.texts.screening;
  const notes = notesFor(turn, state, level, rule);
  return {
    why: section(result.why, [rules[rule].reason]),
    goodToKnow: notes.length === 0 ? [] : [section(result.goodToKnow, notes)],
    check: section(result.check, [result.notDiagnosis, result.notSaid]),
    answers: section(result.answers, answerLines(turn, state)),
    next: section(result.next, stepsFor(turn, state)),
  };
};

const section = (title: string, lines: readonly string[]): Section => ({ title, lines });

/** Every answer that was given, by the words it was offered in. */
export const answerLines = (turn: Turn, state: ScreeningState): readonly string[] =>
  questionIds
    .filter((id) => state.answers[id] !== undefined)
    .map((id) => answerLine(turn, id, labelOf(turn, state, id, state.answers[id] ?? '')));

export const answerLine = ({ texts }: Turn, id: QuestionId, label: string): string =>
  fill(texts.screening.result.answer, { name: texts.screening.questions[id].name, label });

const choicesFor = (turn: Turn, level: Level): readonly Choice[] => [
  ...titles(turn, readOn[level]),
  command(turn, 'human'),
  command(turn, 'record'),
  command(turn, 'again'),
];
