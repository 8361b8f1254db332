import type { QuestionId } from './ids.ts';

/** What a plain "yes", "no", "I don't know" or "kind of" says. */
export type Gist = 'yes' | 'no' | 'unsure' | 'partly';

export interface Question {
  readonly id: QuestionId;
  /** Ids of what can be chosen, least severe first; `u` (not sure) stands last where it is an option. */
  readonly options: readonly string[];
  /** Whether it can be passed over; for the rules that is the same as `u`. */
  readonly skippable: boolean;
  /** Numbers of the facts it rests on; none where it goes beyond the article. */
  readonly facts: readonly string[];
  /** The option that each gist names, where it names one; `skip` where it passes the question over. */
  readonly gist: Readonly<Partial<Record<Gist, string>>>;
  /** A mild answer must be clear: nothing vague is read as one. */
  readonly strict: boolean;
}

/** Changes with every change of questions, options or rules; answers to an older table are checked again. */
export const tableVersion = '2026-11-1';
/** The day of that version (ISO 8601). */
export const tableDate = '2026-11-23';

const unsureIs = (option: string) => ({ unsure: option, partly: option });

/** Safety first, then what a program depends on, then what only changes the wording. */
export const questions: readonly Question[] = [
  {
    id: 'safe',
    options: ['no', 'thoughts', 'act', 'u'],
    skippable: false,
    facts: ['F36', 'F24'],
    gist: { yes: 'act', no: 'no', ...unsureIs('u') },
    strict: true,
  },
  {
    id: 'body',
    options: ['no', 'yes', 'u'],
    skippable: false,
    facts: [],
    gist: { yes: 'yes', no: 'no', ...unsureIs('u') },
    strict: true,
  },
  {
    id: 'age',
    options: ['under-18', 'adult'],
    skippable: true,
    facts: ['F14', 'F15'],
    gist: { unsure: 'skip' },
    strict: false,
  },
  {
    id: 'detox',
    options: ['no', 'yes', 'u'],
    skippable: true,
    facts: ['F23', 'F42'],
    gist: { yes: 'yes', no: 'no', ...unsureIs('u') },
    strict: true,
  },
  {
    id: 'watch',
    options: ['no', 'days', 'always', 'u'],
    skippable: true,
    facts: ['F43', 'F05', 'F47', 'F48'],
    gist: { no: 'no', ...unsureIs('u') },
    strict: true,
  },
  {
    id: 'home',
    options: ['yes', 'mixed', 'no'],
    skippable: false,
    facts: ['F25'],
    gist: { yes: 'yes', no: 'no', ...unsureIs('mixed') },
    strict: false,
  },
  {
    id: 'step',
    options: ['none', 'day', 'live'],
    skippable: true,
    facts: ['F51', 'F52', 'F32'],
    gist: { no: 'none', unsure: 'skip' },
    strict: false,
  },
  {
    id: 'daily',
    options: ['most', 'some', 'few'],
    skippable: true,
    facts: ['F53', 'F58'],
    gist: { unsure: 'skip', partly: 'some' },
    strict: false,
  },
  {
    id: 'need',
    options: ['enough', 'nohelp', 'worse'],
    skippable: true,
    facts: ['F30', 'F31', 'F33', 'F54'],
    gist: { yes: 'enough', unsure: 'skip' },
    strict: false,
  },
  {
    id: 'ready',
    options: ['yes', 'maybe', 'no'],
    skippable: false,
    facts: ['F38', 'F39'],
    gist: { yes: 'yes', no: 'no', ...unsureIs('maybe') },
    strict: false,
  },
  {
    id: 'group',
    options: ['yes', 'maybe', 'no'],
    skippable: false,
    facts: ['F37', 'F40', 'F41'],
    gist: { yes: 'yes', no: 'no', ...unsureIs('maybe') },
    strict: false,
  },
  {
    id: 'duty',
    options: ['yes', 'no'],
    skippable: true,
    facts: ['F26', 'F58'],
    gist: { yes: 'yes', no: 'no', unsure: 'skip' },
    strict: false,
  },
];

const byId = new Map(questions.map((question) => [question.id, question]));

export const questionOf = (id: QuestionId): Question => {
  const question = byId.get(id);
  if (question === undefined) throw new Error(`the screening has no question "${id}"`);
  return question;
};
