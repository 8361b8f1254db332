import { z } from 'zod';
import { outcomeIds, type OutcomeId } from '../levels-of-care/ids.ts';
import { tiers } from '../risk/verdict.ts';
import { each, phrases, text, voiced } from './text-schemas.ts';

const levelIds = outcomeIds.filter((id): id is Exclude<OutcomeId, 'crisis'> => id !== 'crisis');
const hours = each(['iop-adult', 'iop-under-18', 'iop-skip', 'php'], text);

/** The result where messages are short: four segments in all, the first two at once. */
const phone = z.strictObject({
  check: text,
  more: text,
  hours,
  asks: each(levelIds, text),
  notes: each(['also', 'home', 'ready', 'group', 'duty'], text),
  teen: voiced,
  steps: each(['phone', 'nophone', 'locator'], text),
  page: text,
});

/** The end of the questions. */
export const result = z.strictObject({
  headline: each(levelIds, text),
  why: text,
  also: text,
  goodToKnow: text,
  ask: text,
  check: text,
  answers: text,
  next: text,
  answer: text,
  /** Before a rule's reason: the answer that it rests on. */
  because: text,
  becauseSkipped: text,
  skipped: text,
  notAsked: text,
  notDiagnosis: text,
  notFinal: text,
  notSaid: text,
  page: text,
  /** Questions to put to the clinic. */
  asks: each(levelIds, phrases.min(1)),
  phone,
  hours,
  notes: each(['home', 'ready', 'group', 'duty-iop', 'duty-php', 'danger'], text),
  teen: voiced,
  steps: each(['phone', 'nophone', 'hours', 'locator'], text),
  contacts: each(['clinic', 'page', 'locator'], text),
});

/** All that is kept of a person, in words. */
export const record = z.strictObject({
  head: text,
  none: text,
  questions: text,
  statuses: each(['open', 'suspended', 'stopped', 'finished'], text),
  result: text,
  decided: text,
  alsoTrue: text,
  ruledOut: text,
  topics: text,
  noTopics: text,
  tier: text,
  tiers: each(tiers, text),
  language: text,
  country: text,
  talk: text,
  page: text,
  until: text,
  remove: text,
  /** SMS: how to read on. */
  more: text,
});

/** The page with the result that a person can print. */
export const summary = z.strictObject({
  title: text,
  made: text,
  asked: text,
  columns: each(['question', 'answer'], text),
  contact: text,
  until: text,
  remove: text,
  print: text,
  gone: z.strictObject({ title: text, text }),
});
