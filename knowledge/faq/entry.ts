import { z } from 'zod';
import type { FactSource } from './fact.ts';

/** `article`: the source answers it. `not-in-article`: it does not, and the reply says so. `conversation`: about the bot. */
export const topicGroups = ['article', 'not-in-article', 'conversation'] as const;

const text = z.string().trim().min(1);

/** Numbers a fact of knowledge/faq/facts.json. */
export const factId = z.string().regex(/^F\d\d$/, 'should be an id of facts.json, such as F14');

/** Names the entry and its file. */
export const entryId = z.string().regex(/^[a-z][a-z0-9-]*$/, 'takes small letters, digits and "-" only');

/** The words of an entry in one language. */
export const wording = {
  /** The question in one line, as it stands on a button. */
  title: text.max(60),
  /** For SMS: plain GSM-7, at most 275 characters, so that "text MORE" fits beside it in two segments. */
  short: text.max(275),
  full: text,
};

/** One entry of the knowledge base, as a clinician reads and edits it (`knowledge/faq/entries/<id>.yaml`). */
export const entrySchema = z.strictObject({
  id: entryId,
  group: z.enum(topicGroups),
  ...wording,
  /** The same in Spanish; without it the English words are given. */
  es: z.strictObject(wording).optional(),
  /** The facts that `short` and `full` rest on. */
  facts: z.array(factId),
  /** Ids of entries that people ask about next. */
  followUps: z.array(z.string()),
  /** How people ask it, by voice: whole voices are held out when the matcher is measured. */
  ways: z.record(z.string(), z.array(text)),
});
export type Entry = z.infer<typeof entrySchema>;

/**
 * What of an entry is told to people: without the ways of asking, which only the training needs. Group `clinic`: the
 * clinic's own, which rests on what it names as `source`.
 */
export interface AnswerEntry extends Omit<Entry, 'ways' | 'group'> {
  readonly group: Entry['group'] | 'clinic';
  /** What its facts rest on besides the article; filled in by the build. */
  readonly sources?: readonly FactSource[] | undefined;
  readonly source?: string | undefined;
}
