import { z } from 'zod';

/** A wording that a fact may not lose: where `mark` is found, at least one word of each group has to be there too. */
const guard = z.strictObject({ mark: z.string(), keep: z.array(z.array(z.string())) });
export type Guard = z.infer<typeof guard>;

/** What a fact rests on besides the article itself: NAMI and the meta-analysis of 2014, which the article names. */
const factSources = ['nami', 'review'] as const;
export type FactSource = (typeof factSources)[number];

const factSchema = z.strictObject({
  id: z.string().regex(/^F\d\d$/),
  /** What the article says, in our own words. */
  fact: z.string().trim().min(1),
  source: z.enum(factSources).optional(),
  /** The article says "may", "can", "often" or "typically", so the answer has to say it too. */
  hedged: z.boolean().default(false),
  /** By language. */
  guard: z.strictObject({ en: guard, es: guard }).optional(),
});
export type Fact = z.infer<typeof factSchema>;

/** Reads `facts.json`: what the article states, numbered, so that each answer can name what it rests on. */
export const readFacts = (text: string): readonly Fact[] => z.array(factSchema).parse(JSON.parse(text));

/** What the facts of an entry rest on besides the article. */
export const sourcesOf = (
  { facts: named }: { readonly facts: readonly string[] },
  facts: readonly Fact[],
): readonly FactSource[] =>
  factSources.filter((source) => facts.some((fact) => fact.source === source && named.includes(fact.id)));
