import type { SparseVector } from './feature-space.ts';

/**
 * An inverted index of all ways of asking, for bases too large for one linear class a topic: feature → the ways that
 * have it, from `starts[feature]` to `starts[feature + 1]`, each with its weight in 255ths of `largest`.
 */
export interface WayIndex {
  readonly starts: Uint32Array;
  readonly ways: Uint32Array;
  readonly weights: Uint8Array;
  readonly largest: number;
  /** Way → topic, by place in the list of topics. */
  readonly topicOf: Uint32Array;
}

export interface Way {
  readonly vector: SparseVector;
  readonly topic: number;
}

export const buildIndex = (all: readonly Way[], features: number): WayIndex => {
  const starts = new Uint32Array(features + 1);
  for (const { vector } of all) for (const feature of vector.at) starts[feature + 1]! += 1;
  for (let feature = 0; feature < features; feature += 1) starts[feature + 1]! += starts[feature]!;
  const largest = all.reduce((most, { vector }) => vector.value.reduce((a, b) => Math.max(a, b), most), 1e-6);
  const next = starts.slice();
  const ways = new Uint32Array(starts[features] ?? 0);
  const weights = new Uint8Array(ways.length);
  for (const [way, { vector }] of all.entries())
    for (const [nth, feature] of vector.at.entries()) {
      const place = next[feature]!++;
      ways[place] = way;
      weights[place] = Math.round((255 * (vector.value[nth] ?? 0)) / largest);
    }
  return { starts, ways, weights, largest, topicOf: Uint32Array.from(all, ({ topic }) => topic) };
};

export interface Hit {
  readonly topic: number;
  /** Product of the message with the topic's nearest way, and a part of that with its second nearest. */
  readonly score: number;
}

/** A second way that is near too makes a topic surer. */
const secondWeight = 0.3;

/**
 * Finds the topics whose ways are nearest to a message, best first, at most `most`. Features are taken rarest first,
 * until `postings` entries of the index are read: the commonest tell least and take longest.
 */
export const createSearch = (
  { starts, ways, weights, largest, topicOf }: WayIndex,
  most: number,
  postings = 100_000,
): ((message: SparseVector) => readonly Hit[]) => {
  const topics = topicOf.reduce((high, topic) => Math.max(high, topic), -1) + 1;
  const scores = new Float32Array(topicOf.length);
  const first = new Float32Array(topics);
  const second = new Float32Array(topics);
  const size = (feature: number): number => (starts[feature + 1] ?? 0) - (starts[feature] ?? 0);
  const addAll = ({ at, value }: SparseVector): void => {
    const order = Array.from(at.keys()).toSorted((a, b) => size(at[a] ?? 0) - size(at[b] ?? 0));
    let read = 0;
    for (const nth of order) {
      const feature = at[nth] ?? 0;
      read += size(feature);
      if (read > postings) return;
      const factor = ((value[nth] ?? 0) * largest) / 255;
      const end = starts[feature + 1] ?? 0;
      for (let place = starts[feature] ?? 0; place < end; place += 1)
        scores[ways[place]!]! += factor * weights[place]!;
    }
  };
  const gather = (): void => {
    for (let way = 0; way < scores.length; way += 1) {
      const score = scores[way]!;
      const topic = topicOf[way]!;
      if (score <= second[topic]!) continue;
      second[topic] = Math.min(score, first[topic]!);
      first[topic] = Math.max(score, first[topic]!);
    }
  };
  return (message) => {
    for (const array of [scores, first, second]) array.fill(0);
    addAll(message);
    gather();
    return bestOf(first, second, most);
  };
};

const bestOf = (first: Float32Array, second: Float32Array, most: number): readonly Hit[] => {
  const best: Hit[] = [];
  for (let topic = 0; topic < first.length; topic += 1) {
    const score = first[topic]! + secondWeight * second[topic]!;
    if (best.length === most && score <= (best.at(-1)?.score ?? 0)) continue;
    if (best.length === most) best.pop();
    const place = best.findIndex((other) => other.score < score);
    best.splice(place === -1 ? best.length : place, 0, { topic, score });
  }
  return best;
};
