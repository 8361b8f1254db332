import { blockCount, blockWeights, type Blocks } from './features.ts';

/** Places of the features seen in training, and how much each tells (inverse document frequency). */
export interface FeatureSpace {
  readonly hashes: Uint32Array;
  readonly idf: Float32Array;
  /** Weight of a feature never seen: it lengthens the vector, so that unknown words lower every score. */
  readonly unknown: number;
}

/** The known features of one message, ready for a dot product. */
export interface SparseVector {
  readonly at: Int32Array;
  readonly value: Float32Array;
}

/** Word and concept features count from the first sighting; pairs and letters, being many, from the second. */
const leastSightings: readonly number[] = [1, 2, 2, 1];

export const fitSpace = (messages: readonly Blocks[]): FeatureSpace => {
  const seen = new Map<number, number>();
  for (let block = 0; block < blockCount; block += 1) {
    const sightings = new Map<number, number>();
    for (const message of messages)
      for (const hash of message[block]?.keys() ?? []) sightings.set(hash, (sightings.get(hash) ?? 0) + 1);
    for (const [hash, times] of sightings)
      if (times >= (leastSightings[block] ?? 1) && !seen.has(hash)) seen.set(hash, times);
  }
  const idf = (times: number): number => Math.log((1 + messages.length) / (1 + times)) + 1;
  return {
    hashes: Uint32Array.from(seen.keys()),
    idf: Float32Array.from(seen.values(), idf),
    unknown: idf(0),
  };
};

const sizeFor = (entries: number): number => 2 ** Math.ceil(Math.log2(entries * 2 + 16));

/** Looks up places by hash (open addressing): no string keys, and ready in a few milliseconds. */
export const createLookup = (hashes: Uint32Array): ((hash: number) => number) => {
  const mask = sizeFor(hashes.length) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  hashes.forEach((hash, place) => {
    let slot = hash & mask;
    while (table[slot] !== -1) slot = (slot + 1) & mask;
    table[slot] = place;
  });
  return (hash) => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = table[slot] ?? -1;
      if (place === -1 || hashes[place] === hash) return place;
    }
  };
};

/** Turns messages into vectors: each block is weighted by idf, then scaled to its own length. */
export const createVectoriser = (space: FeatureSpace): ((message: Blocks) => SparseVector) => {
  const placeOf = createLookup(space.hashes);
  return (message) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [block, counts] of message.entries()) {
      const start = value.length;
      let square = 0;
      for (const [hash, times] of counts) {
        const place = placeOf(hash);
        const weight = (1 + Math.log(times)) * (place === -1 ? space.unknown : (space.idf[place] ?? 0));
        square += weight * weight;
        if (place === -1) continue;
        at.push(place);
        value.push(weight);
      }
      const scale = square > 0 ? (blockWeights[block] ?? 1) / Math.sqrt(square) : 0;
      for (let nth = start; nth < value.length; nth += 1) value[nth] = (value[nth] ?? 0) * scale;
    }
    return { at: Int32Array.from(at), value: Float32Array.from(value) };
  };
};
