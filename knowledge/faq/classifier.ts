import { createVectoriser, type FeatureSpace } from './feature-space.ts';
import { featuresOf } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { marginsOf, type QuantisedModel } from './quantise.ts';
import type { Reading } from './reader.ts';

/** Topics by how well they fit, best first, and how much the message seems to be about the field at all. */
export interface Ranking {
  readonly topics: readonly { readonly topic: string; readonly margin: number }[];
  /** Margin of "about the field" against everything else. */
  readonly field: number;
}

export type Rank = (message: Reading) => Ranking;

/** The last class of the linear model is "about the field"; the others are `topics`, in order. */
export const createRanker = (
  space: FeatureSpace,
  linear: QuantisedModel,
  topics: readonly string[],
  lexicon: Lexicon,
): Rank => {
  const vectorise = createVectoriser(space);
  return (message) => {
    const scores = marginsOf(linear, vectorise(featuresOf(message, lexicon)));
    const ranked = topics.map((topic, at) => ({ topic, margin: scores[at] ?? 0 }));
    return { topics: ranked.toSorted((a, b) => b.margin - a.margin), field: scores[topics.length] ?? 0 };
  };
};

/** How sharply margins part topics: the scale of the softmax. */
const sharpness = 4;

/** Share of each topic among all, if exactly one is meant. */
export const shares = (ranking: Ranking): readonly number[] => {
  const best = ranking.topics[0]?.margin ?? 0;
  const weights = ranking.topics.map(({ margin }) => Math.exp((margin - best) * sharpness));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
};

/** What the chance that the best topic is right depends on. */
export const confidenceInputs = (ranking: Ranking): readonly number[] => {
  const [first, second, third] = ranking.topics.map(({ margin }) => margin);
  return [
    ranking.field,
    first ?? 0,
    (first ?? 0) - (second ?? 0),
    (first ?? 0) - (third ?? 0),
    Math.log((shares(ranking)[0] ?? 0) + 1e-6),
  ];
};

/** What the chance that the message is about the field at all depends on. */
export const fieldInputs = (ranking: Ranking): readonly number[] => [
  ranking.field,
  ranking.topics[0]?.margin ?? 0,
];
