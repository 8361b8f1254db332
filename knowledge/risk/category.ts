import type { AboutWhom } from './about-whom.ts';
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
  ['death-threat', 'abuse'],
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

/** What speaks of something taken; who writes that they can't breathe may have taken nothing. */
const taken = ['overdose', 'started'];

const toThemselves = /^(?:(?:him|her|them|his)sel(?:f|ves)|themself|se)$/;

/** Where rules see the other side of it: a threat that another makes is no wish to die, a weapon no attack by itself. */
const corrected = (
  category: RiskCategory,
  { tokens }: Perceived,
  found: ReadonlySet<string>,
  about: AboutWhom | undefined,
): RiskCategory => {
  const isOther = about === 'other';
  const hasTaken = taken.some((id) => found.has(id));
  if (!isOther && category === 'overdose' && found.has('medical') && !hasTaken) return 'medical';
  // Who can't be woken threatens nobody; but beside a weapon or a rope nobody looks for what was swallowed.
  if (isOther && found.has('cant-wake') && (category === 'overdose' || category === 'self-harm'))
    return found.has('means-here') && !hasTaken ? 'self-harm' : 'overdose';
  if (isOther && category === 'abuse' && found.has('other-now')) return 'self-harm';
  if (!isOther && category === 'self-harm' && found.has('attack-now') && found.has('other-now'))
    return 'abuse';
  const threatens = isOther && found.has('threat') && !tokens.some(({ word }) => toThemselves.test(word));
  return threatens && category === 'self-harm' ? 'harm-to-others' : category;
};

/** The category of the strongest rule, else of the concepts found, else self-harm, the most common danger. */
export const categoryOf = (
  message: Perceived,
  rules: readonly Rule[],
  about: AboutWhom | undefined,
): RiskCategory => {
  const found = new Set(message.hits.filter((hit) => !hit.negated).map((hit) => hit.concept.id));
  const strongest = rules.find((rule) => rule.tier === 'immediate') ?? rules[0];
  if (strongest !== undefined) return corrected(strongest.category, message, found, about);
  if ([...found].some((id) => selfHarm.has(id))) return corrected('self-harm', message, found, about);
  return byConcept.find(([id]) => found.has(id))?.[1] ?? 'self-harm';
};
