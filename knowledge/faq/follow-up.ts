import { conceptsIn, type Lexicon } from './lexicon.ts';
import type { FollowUps } from './model.ts';
import type { Reading } from './reader.ts';

const longestFollowUp = 8;

/** Words that carry a follow-up but add nothing to it, as stems. */
const carriers = new Set(
  'and what about how for the in is be it same then ok okay but so with or a an my if im i we if to at on of do does that this one too also just only like hey um oh well now program treatment level old year son daughter kid he she they person someone somebody ask'.split(
    ' ',
  ),
);

/**
 * The topic that an elliptical follow-up means: "and php?" after the hours of an IOP asks for those of a PHP.
 * Undefined where the message says more than a concept, or nothing is known of the pair.
 */
export const followUpTopic = (
  { stems }: Reading,
  last: string | undefined,
  followUps: FollowUps,
  lexicon: Lexicon,
): string | undefined => {
  if (last === undefined || stems.length > longestFollowUp) return undefined;
  const named = conceptsIn(stems, lexicon).filter(({ concept }) => Object.hasOwn(followUps, concept));
  const concepts = new Set(named.map(({ concept }) => concept));
  const [concept] = concepts;
  if (concept === undefined || concepts.size > 1) return undefined;
  const covered = new Set(named.flatMap(({ at, length }) => Array.from({ length }, (_, nth) => at + nth)));
  if (!stems.every((word, at) => covered.has(at) || carriers.has(word))) return undefined;
  const byLast = followUps[concept] ?? {};
  return Object.hasOwn(byLast, last) ? byLast[last] : undefined;
};
