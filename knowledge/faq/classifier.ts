import { createVectoriser, type SparseVector } from './feature-space.ts';
import { featuresOf, fullLikeness } from './features.ts';
import type { Fitted } from './fit-classifier.ts';
import type { Lexicon } from './lexicon.ts';
import { marginsOf } from './quantise.ts';
import type { Reading } from './reader.ts';
import { createSearch, type Hit, type WayIndex } from './way-index.ts';

/** Topics by how well they fit, best first, and how much the message seems to be about the field at all. */
export interface Ranking {
  readonly topics: readonly Ranked[];
  /** Margin of "about the field" against everything else. */
  readonly field: number;
}

interface Ranked {
  readonly topic: string;
  readonly margin: number;
}

export type Rank = (message: Reading) => Ranking;

/** The last class of the linear model is "about the field"; the others are `topics`, in order. */
export const createRanker = (
  { space, linear, index }: Fitted,
  topics: readonly string[],
  lexicon: Lexicon,
): Rank => {
  const vectorise = createVectoriser(space);
  const nearest = index && createNearest(index, topics);
  return (message) => {
    const vector = vectorise(featuresOf(message, lexicon));
    const margins = marginsOf(linear, vector);
    return { topics: nearest?.(vector) ?? sorted(topics, margins), field: margins.at(-1) ?? 0 };
  };
};

const sorted = (topics: readonly string[], margins: Float64Array): readonly Ranked[] =>
  topics.map((topic, at) => ({ topic, margin: margins[at] ?? 0 })).toSorted((a, b) => b.margin - a.margin);

/** So many of the nearest topics are looked at; of a message's full likeness, so much counts as a margin of zero. */
const mostNearest = 20;
const evenAt = 0.4;
const steepness = 4;

/** Topics by their nearest ways, on a scale like that of the linear margins. */
const createNearest = (
  index: WayIndex,
  topics: readonly string[],
): ((vector: SparseVector) => readonly Ranked[]) => {
  const search = createSearch(index, mostNearest);
  const margin = ({ score }: Hit): number => steepness * (score / fullLikeness - evenAt);
  return (vector) => search(vector).map((hit) => ({ topic: topics[hit.topic] ?? '', margin: margin(hit) }));
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
