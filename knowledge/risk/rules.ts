import type { Rule } from './lexicon.ts';
import type { ScopedHit } from './scoped-hits.ts';

/** The ids of the concepts that stand in one sentence, those taken back by "not" left out. */
type Present = ReadonlySet<string>;

const presentIn = (hits: readonly ScopedHit[]): { whole: Present; sentences: readonly Present[] } => {
  const bySentence = new Map<number, Set<string>>();
  const whole = new Set<string>();
  for (const { concept, negated, sentence } of hits) {
    if (negated) continue;
    whole.add(concept.id);
    bySentence.set(sentence, (bySentence.get(sentence) ?? new Set()).add(concept.id));
  }
  return { whole, sentences: [...bySentence.values()] };
};

const fits = (rule: Rule, present: Present): boolean =>
  rule.all.every((group) => group.some((id) => present.has(id))) &&
  !rule.unless.some((id) => present.has(id));

/** The rules that fit a message, in the order of the lexicon. */
export type RuleFinder = (hits: readonly ScopedHit[]) => readonly Rule[];

export const createRuleFinder =
  (rules: readonly Rule[]): RuleFinder =>
  (hits) => {
    const { whole, sentences } = presentIn(hits);
    if (whole.size === 0) return [];
    return rules.filter((rule) =>
      rule.within === 'message' ? fits(rule, whole) : sentences.some((one) => fits(rule, one)),
    );
  };
