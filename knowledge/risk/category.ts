import type { Rule } from './lexicon.ts';
import type { Perceived } from './perception.ts';
import type { RiskCategory } from './verdict.ts';

/** Which danger a concept speaks of, the one that decides first on top. */
const byConcept: readonly (readonly [string, RiskCategory])[] = [
  ['withdrawal', 'withdrawal'],
  ['overdose', 'overdose'],
  ['cant-wake', 'overdose'],
  ['medical', 'medical'],
  ['child-hurt-by-elder', 'child'],
  ['child-danger', 'child'],
  ['attack-now', 'abuse'],
  ['abuse-past', 'abuse'],
  ['threat', 'harm-to-others'],
  ['psychosis', 'psychosis'],
];
const selfHarm = new Set([
  'kill-self',
  'wish-dead',
  'not-live',
  'not-wake',
  'farewell',
  'means-here',
  'burden',
  'self-injury',
  'unsafe',
  'disappear',
  'dark-thoughts',
  'affairs',
  'other-now',
  'worry-other',
]);

/** The category of the strongest rule, else of the concepts found, else self-harm, the most common danger. */
export const categoryOf = (message: Perceived, rules: readonly Rule[]): RiskCategory => {
  const strongest = rules.find((rule) => rule.tier === 'immediate') ?? rules[0];
  if (strongest !== undefined) return strongest.category;
  const found = new Set(message.hits.filter((hit) => !hit.negated).map((hit) => hit.concept.id));
  if ([...found].some((id) => selfHarm.has(id))) return 'self-harm';
  return byConcept.find(([id]) => found.has(id))?.[1] ?? 'self-harm';
};
