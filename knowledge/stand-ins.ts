import { certain, type FaqMatch, type FaqMatcher } from './faq/matcher.ts';
import { wordsIn } from './language/tokenise.ts';
import { normalise } from './language/normalise.ts';
import { serialiseRiskData } from './risk/artefact.ts';
import type { Lexicon } from './risk/lexicon.ts';
import { tiers } from './risk/verdict.ts';

const nothing: FaqMatch = { topics: [], offered: [], candidates: [] };
const keyOf = (text: string): string => wordsIn(normalise(text)).join(' ');

/** Stands in for a matcher that can't be read: it knows what stands on buttons, and nothing else. */
export const titlesOnly = (titles: Iterable<readonly [topic: string, title: string]>): FaqMatcher => {
  const named = new Map(Array.from(titles, ([topic, title]) => [keyOf(title), topic]));
  return {
    away: true,
    match: (text) => {
      const topic = text.length < 200 ? named.get(keyOf(text)) : undefined;
      return topic === undefined ? nothing : certain(topic);
    },
  };
};

/**
 * Odds of each tier, harmless first: see `undecidedModel`. The first lies between the assessor's limits for messages
 * with a sign of danger and without one.
 */
const undecided = [0.86, 0.02, 0.11, 0.01];

/**
 * Stands in for a trained model that can't be read, as bytes like its own. It says of every message that it is
 * likely harmless, but never so surely that a concept or rule of the lexicon is passed over: any sign of danger
 * counts, at the price of more alarms.
 */
export const undecidedModel = (): Uint8Array =>
  serialiseRiskData({
    // Only the model is taken of this: the lexicon is the real one.
    lexicon: { classes: new Map() } as unknown as Lexicon,
    model: {
      buckets: 1,
      scale: 0,
      weights: new Int8Array(tiers.length),
      bias: undecided.map((odds) => Math.log(odds)),
      words: [],
      smallTalk: [],
    },
  }).model;
