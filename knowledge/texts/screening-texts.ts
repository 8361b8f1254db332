import { z } from 'zod';
import { questionIds, ruleIds } from '../levels-of-care/ids.ts';
import { questionOf } from '../levels-of-care/questions.ts';
import { record, result, summary } from './screening-result-texts.ts';
import { each, phrases, text, voiced } from './text-schemas.ts';

export type { Voiced } from './text-schemas.ts';

/** `options` and `ways` are by option id; what may stand there is checked against the question table. */
const question = z.strictObject({
  /** In one or two words: names the answer in lists. */
  name: text,
  text: voiced,
  why: voiced,
  options: z.record(z.string(), voiced),
  /** How people say an option in their own words: read anywhere in a short message that is no question. */
  ways: z.record(z.string(), phrases).optional(),
});

const questions = each(questionIds, question).superRefine((all, context) => {
  for (const id of questionIds) {
    const { options } = questionOf(id);
    const { options: labels, ways } = all[id];
    const missing = options.filter((option) => labels[option] === undefined);
    const extra = [...Object.keys(labels), ...Object.keys(ways ?? {})].filter(
      (option) => !options.includes(option),
    );
    for (const option of [...missing, ...extra])
      context.addIssue({
        code: 'custom',
        path: [id, 'options', option],
        message: 'options must be those of the table',
      });
  }
});

/** Plain words that answer many questions. Whole messages; `ends` may follow any of `whole`. */
const gist = z.strictObject({
  whole: phrases,
  ends: phrases,
  /** A message may begin with these and go on, where the question is not one of safety. */
  begins: phrases,
});

export const commandIds = [
  'why',
  'skip',
  'back',
  'exit',
  'human',
  'again',
  'go-on',
  'record',
  'result',
  'other',
] as const;
export type CommandId = (typeof commandIds)[number];

/** All that the guided screening says, and the words in which people answer it. */
export const screeningTexts = z.strictObject({
  start: voiced,
  resume: text,
  askedAgain: text,
  progress: text,
  questions,
  /** Labels of what can be done besides answering. */
  actions: each(commandIds, text),
  said: z.strictObject({
    /** First and later "I did not understand". */
    missed: text,
    missedAgain: text,
    /** A reading that was not word for word, so that it can be put right. */
    understood: text,
    stale: text,
    staleClosed: text,
    cannotSkip: text,
    firstQuestion: text,
    forOther: text,
    teen: voiced,
    thoughts: text,
    under13: text,
    crisis: text,
    nothingKept: text,
  }),
  rules: each([...ruleIds, 'floor'], z.strictObject({ name: text, reason: text })),
  result,
  record,
  summary,
  heard: z.strictObject({
    yes: gist,
    no: gist,
    unsure: gist,
    partly: gist,
    /** A "no" that is not clear: never taken for one where safety is asked about. */
    softNo: phrases,
    commands: each(commandIds, phrases),
    /** Words before and after an answer that do not change it. */
    fillers: phrases,
    lastFillers: phrases,
    /** Ask for the questions, besides what the matcher knows: anywhere in a message. */
    starts: phrases,
    /** After one of these, or with one of these, a mild answer is not clear. */
    doubt: phrases,
    /** Turn what follows into its opposite. */
    negators: phrases,
    /** Begin a question to the bot. */
    asks: phrases,
    /** Name somebody else as the one who is asked about. */
    others: phrases,
    /** Stand before them where a message says who it is for. */
    forOthers: phrases,
    /** Ages in words: the phrase, and a year that stands for it. */
    ages: z.record(z.string(), z.number()),
    /** Before a number: less than it. */
    younger: phrases,
    /** Follow a number that is an age. */
    years: phrases,
    /** Follow a number of months: a small child. */
    months: phrases,
  }),
});
export type ScreeningTexts = z.infer<typeof screeningTexts>;
