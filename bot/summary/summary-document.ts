import { z } from 'zod';
import { screeningSchema, type Memory, type ScreeningState } from '../../dialogs/memory.ts';
import { languages } from '../../knowledge/language/language.ts';
import type { Write } from '../storage/storage.ts';

const summarySchema = z.object({
  language: z.enum(languages),
  screening: screeningSchema,
  at: z.string(),
  until: z.string(),
});

/** A finished screening as its page shows it: nothing in it names the conversation or the person. */
export type SummaryDocument = z.infer<typeof summarySchema>;

/** The key of a page in storage; `id` is the digest of its token. */
export const summaryKey = (id: string): string => `summary/${id}`;

/** Undefined where it can't be read, so that the page says that it is gone. */
export const readSummary = (stored: unknown): SummaryDocument | undefined =>
  summarySchema.safeParse(stored).data;

/** What a turn changes about pages: the new one is written, and the one before it goes, with the memory or for a newer. */
export const summaryWrites = (before: Memory, after: Memory | undefined, now: Date): readonly Write[] => {
  const [old, fresh] = [before.summary, after?.summary];
  if (old?.id === fresh?.id) return [];
  return [
    ...(old ? [{ key: summaryKey(old.id), document: undefined, expect: 'any' as const }] : []),
    ...(fresh && after?.screening ? [written(fresh, after.screening, after, now)] : []),
  ];
};

const written = (
  { id, until }: NonNullable<Memory['summary']>,
  screening: ScreeningState,
  { language }: Memory,
  now: Date,
): Write => ({
  key: summaryKey(id),
  document: { language, screening, at: now.toISOString(), until } satisfies SummaryDocument,
  expect: 'any',
  expires: new Date(until),
});
