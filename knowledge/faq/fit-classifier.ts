import { createVectoriser, fitSpace, type FeatureSpace, type SparseVector } from './feature-space.ts';
import type { Blocks } from './features.ts';
import { trainLinear } from './linear.ts';
import { quantise, type QuantisedModel } from './quantise.ts';
import { buildIndex, type Way, type WayIndex } from './way-index.ts';

/** A training message in features. No topics: it is about something else. */
export interface Example {
  readonly features: Blocks;
  readonly topics: readonly string[];
  /** Lines of one group are held out together when the calibration is fitted. */
  readonly group: string;
}

export interface Fitted {
  readonly space: FeatureSpace;
  /** One class a topic, and last "about the field"; only that one where there is an index. */
  readonly linear: QuantisedModel;
  readonly index?: WayIndex;
}

/**
 * Up to here each topic gets a linear class of its own; beyond, training and weights would grow with the square of
 * the base, and topics are found by their nearest ways instead (docs/matching.md has both on the same base).
 */
export const mostClasses = 300;

/** Weight of the loss, and passes over the examples: chosen by holding voices out (docs/matching.md). */
const cost = 0.5;
const passes = 7;

/** Signs of one example: its topics, and last whether it is about the field. */
const signsOf = (example: Example, places: ReadonlyMap<string, number>): Int8Array => {
  const signs = new Int8Array(places.size + 1).fill(-1);
  for (const topic of example.topics) {
    const place = places.get(topic);
    if (place !== undefined) signs[place] = 1;
  }
  if (example.topics.length > 0) signs[places.size] = 1;
  return signs;
};

export const fitClassifier = (
  examples: readonly Example[],
  topics: readonly string[],
  most = mostClasses,
): Fitted => {
  const indexed = topics.length > most;
  const space = fitSpace(examples.map(({ features }) => features));
  const vectorise = createVectoriser(space);
  const vectors = examples.map(({ features }) => vectorise(features));
  const places = placesOf(indexed ? [] : topics);
  const signs = examples.map((example) => signsOf(example, places));
  const features = space.hashes.length;
  const linear = quantise(trainLinear({ vectors, signs, features, classes: places.size + 1 }, cost, passes));
  if (!indexed) return { space, linear };
  return { space, linear, index: buildIndex(waysOf(examples, vectors, placesOf(topics)), features) };
};

const placesOf = (topics: readonly string[]): ReadonlyMap<string, number> =>
  new Map(topics.map((topic, at) => [topic, at]));

/** A line about two topics is a way of asking for neither by itself. */
const waysOf = (
  examples: readonly Example[],
  vectors: readonly SparseVector[],
  places: ReadonlyMap<string, number>,
): readonly Way[] =>
  examples.flatMap(({ topics }, at): readonly Way[] => {
    const [topic = '', other] = topics;
    const place = places.get(topic);
    const vector = vectors[at];
    return place === undefined || other !== undefined || !vector ? [] : [{ vector, topic: place }];
  });
