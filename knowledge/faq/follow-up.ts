import { conceptsIn, type Lexicon } from './lexicon.ts';
import type { FollowUps } from './model.ts';
import type { Reading } from './reader.ts';

const longestFollowUp = 8;

/** Words that carry a follow-up but add nothing to it, as stems. */
const carriers = new Set(
  (
    'and what about how for the in is be it same then ok okay but so with or a an my if im i we to at on of do does ' +
    'that this those one too also just only like hey um oh well now program treatment level old year son daughter ' +
    'kid he she they person someone somebody ask though tho actually please versus vs compar wa would there any ' +
    'y que pasa con el la los las para de en del mi un una es tambien lo mismo a al hay eso ese esa'
  ).split(' '),
);

/**
 * The topic that an elliptical follow-up means: "and php?" after the hours of an IOP asks for those of a PHP.
 * Undefined where the message says more than its concepts, or they lead nowhere from there, or to several topics.
 */
export const followUpTopic = (
  { stems }: Reading,
  last: string | undefined,
  followUps: FollowUps,
  lexicon: Lexicon,
): string | undefined => {
  if (last === undefined || stems.length > longestFollowUp) return undefined;
  const named = conceptsIn(stems, lexicon).filter(
    ({ concept, at, length }) =>
      Object.hasOwn(followUps, concept) && !stems.slice(at, at + length).every((word) => carriers.has(word)),
  );
  const covered = new Set(named.flatMap(({ at, length }) => Array.from({ length }, (_, nth) => at + nth)));
  if (!stems.every((word, at) => covered.has(at) || carriers.has(word))) return undefined;
  const topics = new Set(named.flatMap(({ concept }) => towards(followUps, concept, last) ?? []));
  return topics.size === 1 ? [...topics][0] : undefined;
};

const anyOther = 'else';

const towards = (followUps: FollowUps, concept: string, topic: string): string | undefined => {
  const byTopic = followUps[concept] ?? {};
  return Object.hasOwn(byTopic, topic) ? byTopic[topic] : byTopic[anyOther];
};

/**
 * A question that names no level of care is about the one that was talked of last: "how many hours is that?" after
 * what a PHP is means the hours of a PHP. Gives the topic in that light, or as it is.
 */
export const inContext = (
  topic: string,
  { stems }: Reading,
  last: string | undefined,
  followUps: FollowUps,
  lexicon: Lexicon,
): string => {
  const level = last === undefined ? undefined : towards(followUps, 'about', last);
  if (level === undefined) return topic;
  if (conceptsIn(stems, lexicon).some(({ concept }) => concept.startsWith('level-'))) return topic;
  return towards(followUps, level, topic) ?? topic;
};
