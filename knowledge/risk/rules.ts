import type { Rule } from './lexicon.ts';
import type { ScopedHit } from './scoped-hits.ts';

/** The ids of the concepts that stand in one part of a message, those taken back by "not" left out. */
type Present = ReadonlySet<string>;

const idsOf = (hits: readonly ScopedHit[]): Present => new Set(hits.map(({ concept }) => concept.id));

const parted = (hits: readonly ScopedHit[], by: (hit: ScopedHit) => number): readonly Present[] => {
  const parts = new Map<number, Set<string>>();
  for (const hit of hits) {
    const part = parts.get(by(hit)) ?? new Set();
    parts.set(by(hit), part.add(hit.concept.id));
  }
  return [...parts.values()];
};

const fits = (rule: Rule, present: Present): boolean =>
  rule.all.every((group) => group.some((id) => present.has(id))) &&
  !rule.unless.some((id) => present.has(id));

/** In one clause by itself; of the scopes elsewhere only those count that speak for the whole message. */
const fitsClause = (rule: Rule, clause: Present, wide: Present): boolean =>
  fits(rule, clause) && !rule.unless.some((id) => wide.has(id));

/** The rules that fit a message, in the order of the lexicon. */
export type RuleFinder = (hits: readonly ScopedHit[]) => readonly Rule[];

export const createRuleFinder =
  (rules: readonly Rule[]): RuleFinder =>
  (all) => {
    const hits = all.filter(({ negated }) => !negated);
    if (hits.length === 0) return [];
    const whole = idsOf(hits);
    const wide = idsOf(hits.filter(({ concept }) => concept.scope && concept.reach === 'message'));
    const sentences = parted(hits, ({ sentence }) => sentence);
    const clauses = parted(hits, ({ clause }) => clause);
    return rules.filter(
      (rule) =>
        (rule.within === 'message' ? fits(rule, whole) : sentences.some((one) => fits(rule, one))) ||
        clauses.some((clause) => fitsClause(rule, clause, wide)),
    );
  };
