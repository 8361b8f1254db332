import { z } from 'zod';
import { riskCategories, tiers } from './verdict.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const texts = z.array(z.string().trim().min(1));

const meaning = z.strictObject({ yes: z.enum(tiers), maybe: z.enum(tiers), no: z.enum(tiers) });
const answersSchema = z.strictObject({
  thoughts: meaning,
  'thoughts-now': meaning,
  plan: meaning,
  means: meaning,
  company: meaning,
  safe: meaning,
  body: meaning,
});

/** One YAML file of the lexicon. */
export const lexiconFileSchema = z.strictObject({
  /** Word lists, as one string of words or a list of strings. */
  classes: z.record(id, z.union([z.string(), texts])).default({}),
  concepts: z
    .record(
      id,
      z.strictObject({
        about: z.string().min(1),
        scope: z.boolean().default(false),
        reach: z.enum(['clause', 'message']).default('message'),
        negatable: z.boolean().default(true),
        /** One pattern a line; lines that start with # are left out. */
        patterns: z.string().min(1),
      }),
    )
    .default({}),
  /** More patterns for concepts of other files: the same ideas in another language. */
  more: z.record(id, z.string()).default({}),
  rules: z
    .array(
      z.strictObject({
        id,
        tier: z.enum(tiers),
        category: z.enum(riskCategories),
        within: z.enum(['sentence', 'message']).default('message'),
        all: z.array(z.union([id, z.array(id).min(1)])).min(1),
        unless: z.array(id).default([]),
        firm: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Stands in one file only. */
  answers: answersSchema.optional(),
  protected: texts.default([]),
});
export type LexiconPart = z.infer<typeof lexiconFileSchema>;
