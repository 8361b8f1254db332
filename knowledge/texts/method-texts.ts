import { z } from 'zod';
import { outcomeIds } from '../levels-of-care/ids.ts';

const text = z.string().trim().min(1);
const columns = [
  'number',
  'question',
  'options',
  'facts',
  'rule',
  'name',
  'condition',
  'outcome',
  'reason',
  'fact',
] as const;

/** The public page on how the guided questions decide. */
export const methodTexts = z.strictObject({
  title: text,
  intro: text,
  /** `{table}` and `{date}` come from the table. */
  version: text,
  picture: z.strictObject({
    title: text,
    /** Short: what the picture shows. */
    alt: text,
    /** At its head. */
    read: text,
    /** At its foot. */
    caption: text,
  }),
  questions: text,
  questionsIntro: text,
  rules: text,
  rulesIntro: text,
  columns: z.record(z.enum(columns), text),
  /** Short enough for the picture. */
  outcomes: z.record(z.enum(outcomeIds), text),
  beyond: text,
  skip: text,
  otherwise: text,
  any: text,
  all: text,
  /** Before the numbers of rules whose conditions are asked for too. */
  alsoRules: text,
  facts: text,
  factsIntro: text,
  /** By number, each that a question or rule rests on. */
  factList: z.record(z.string().regex(/^F\d\d$/), text),
  beyondTitle: text,
  beyondIntro: text,
  /** What has no fact behind it, wholly or in part: the id of a question or rule, and what and why. */
  beyondList: z.array(z.strictObject({ of: text, text })),
  properties: text,
  propertyList: z.array(text),
  kept: text,
  keptText: text,
});
export type MethodTexts = z.infer<typeof methodTexts>;
