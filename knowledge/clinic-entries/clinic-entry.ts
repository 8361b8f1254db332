import { z } from 'zod';
import { entryId, factId, wording } from '../faq/entry.ts';

const leastWays = 3;
const longestFull = 2000;

/** A lone list of ways is as good as ways by voice, which few clinics have. */
const byVoice = (ways: unknown): unknown => (Array.isArray(ways) ? { clinic: ways } : ways);

const words = { ...wording, full: wording.full.max(longestFull) };
const way = z.string().trim().min(1).max(400);

/** An entry of a clinic's own folder: a new one, or one of ours in other words (the same id). */
export const clinicEntrySchema = z.strictObject({
  id: entryId
    .max(60)
    .refine((id) => !(id in {}), 'is a word that programs keep for themselves, so take another'),
  /** As in our own files, so that one can be copied and changed; what a clinic says is its own in any case. */
  group: z.enum(['article', 'not-in-article', 'clinic']).optional(),
  ...words,
  es: z.strictObject(words).optional(),
  facts: z.array(factId).default([]),
  /** What the answer rests on where that is no fact of ours. */
  source: z.string().trim().min(1).max(200).optional(),
  followUps: z.array(z.string()).max(3).optional(),
  ways: z.preprocess(byVoice, z.record(entryId, z.array(way).max(500))).default({}),
});
export type ClinicEntry = z.infer<typeof clinicEntrySchema>;

/** What a new entry lacks to be found and to be trusted, as `field: sentence`. One that replaces ours has our ways. */
export const lacks = ({ facts, source, ways }: ClinicEntry, isNew: boolean): readonly string[] => [
  ...(facts.length === 0 && source === undefined
    ? ['source: is missing. Name what the answer rests on, or give the ids of facts.']
    : []),
  ...(isNew && Object.values(ways).flat().length < leastWays
    ? [`ways: has fewer than ${leastWays}. Write ${leastWays} or more ways in which people ask it.`]
    : []),
];
