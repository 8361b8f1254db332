import { createVectoriser, fitSpace, type FeatureSpace } from './feature-space.ts';
import type { Blocks } from './features.ts';
import { trainLinear } from './linear.ts';
import { quantise, type QuantisedModel } from './quantise.ts';

/** A training message in features. No topics: it is about something else. */
export interface Example {
  readonly features: Blocks;
  readonly topics: readonly string[];
  /** Lines of one group are held out together when the calibration is fitted. */
  readonly group: string;
}

export interface Fitted {
  readonly space: FeatureSpace;
  readonly linear: QuantisedModel;
}

/** Weight of the loss, and passes over the examples: chosen by holding voices out (docs/matching.md). */
const cost = 0.5;
const passes = 7;

/** Signs of one example: its topics, and last whether it is about the field. */
const signsOf = (example: Example, places: ReadonlyMap<string, number>): Int8Array => {
  const signs = new Int8Array(places.size + 1).fill(-1);
  for (const topic of example.topics) signs[places.get(topic) ?? -1] = 1;
  if (example.topics.length > 0) signs[places.size] = 1;
  return signs;
};

export const fitClassifier = (examples: readonly Example[], topics: readonly string[]): Fitted => {
  const places = new Map(topics.map((topic, at) => [topic, at]));
  const space = fitSpace(examples.map(({ features }) => features));
  const vectorise = createVectoriser(space);
  const linear = trainLinear(
    {
      vectors: examples.map(({ features }) => vectorise(features)),
      signs: examples.map((example) => signsOf(example, places)),
      features: space.hashes.length,
      classes: topics.length + 1,
    },
    cost,
    passes,
  );
  return { space, linear: quantise(linear) };
};
