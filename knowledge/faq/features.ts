import { hashText, joinHashes, pairHashes } from './hash.ts';
import { conceptsIn, type Lexicon } from './lexicon.ts';
import type { Reading } from './reader.ts';

/** Feature hash → how often it occurs. */
export type Counts = ReadonlyMap<number, number>;
/** Words and word pairs in order; unordered content pairs; character n-grams; concepts. Each is normed on its own. */
export const blockCount = 5;
export const blockWeights: readonly number[] = [1, 0.5, 1.3, 0.7, 0.2];
export type Blocks = readonly Counts[];
/** Product of a message's vector with itself. */
export const fullLikeness = blockWeights.reduce((sum, weight) => sum + weight * weight, 0);

const seeds = {
  word: 0x811c9dc5,
  start: 77,
  end: 78,
  pair: 0x1234,
  letters: 0x9e37,
  concept: 0x5555,
  level: 0x1eef,
};
const conceptPair = 0x777;
const conceptGram = 0x99;
/** How far apart (in words) two words, or two concepts, may stand to count as a pair. */
const pairWindow = 8;
const conceptWindow = 12;
const longestWord = 30;

const functionWords = new Set(
  'a an the i im me my you your he she it its we they is are was be do to of in on for at and or so if that this with have can will would there just'.split(
    ' ',
  ),
);

const count = (counts: Map<number, number>, hash: number): void => {
  counts.set(hash, (counts.get(hash) ?? 0) + 1);
};

const wordGrams = (hashes: readonly number[]): Counts => {
  const counts = new Map<number, number>();
  let before = hashText('^', seeds.start);
  for (const hash of hashes) {
    count(counts, hash);
    count(counts, joinHashes(before, hash));
    before = hash;
  }
  if (hashes.length > 0) count(counts, joinHashes(before, hashText('$', seeds.end)));
  return counts;
};

const contentPairs = (stems: readonly string[], hashes: readonly number[]): Counts => {
  const counts = new Map<number, number>();
  const places = hashes.map((_, at) => at).filter((at) => !functionWords.has(stems[at] ?? ''));
  for (const [nth, one] of places.entries())
    for (const other of places.slice(nth + 1, nth + 1 + pairWindow)) {
      if (other - one > pairWindow) break;
      count(counts, joinHashes(seeds.pair, pairHashes(hashes[one] ?? 0, hashes[other] ?? 0)));
    }
  return counts;
};

const letterGrams = (words: readonly string[]): Counts => {
  const counts = new Map<number, number>();
  for (const word of words) {
    const framed = `_${word.slice(0, longestWord)}_`;
    for (let size = 2; size <= 4; size += 1)
      for (let at = 0; at + size <= framed.length; at += 1)
        count(counts, hashText(framed, seeds.letters + size, at, at + size));
  }
  return counts;
};

/** Which levels of care a message names, alone and with each other concept: "php" and "hours" is not "hours". */
const levelGrams = (concepts: readonly string[]): Counts => {
  const counts = new Map<number, number>();
  const all = [...new Set(concepts)];
  const levels = all.filter((concept) => ['level-php', 'level-iop'].includes(concept));
  const signature = hashText(levels.toSorted().join(' '), seeds.level);
  count(counts, signature);
  for (const concept of all)
    if (!levels.includes(concept)) count(counts, joinHashes(signature, hashText(concept, seeds.concept)));
  return counts;
};

const conceptGrams = (stems: readonly string[], hashes: readonly number[], lexicon: Lexicon): Counts => {
  const counts = new Map<number, number>();
  const found = conceptsIn(stems, lexicon).map(({ concept, at }) => ({
    hash: hashText(concept, seeds.concept),
    at,
  }));
  for (const [nth, one] of found.entries()) {
    count(counts, one.hash);
    for (const other of found.slice(nth + 1, nth + 1 + conceptWindow * 2)) {
      if (other.at - one.at > conceptWindow) break;
      if (other.hash !== one.hash) count(counts, joinHashes(conceptPair, pairHashes(one.hash, other.hash)));
    }
  }
  const standIn = new Map(found.map(({ hash, at }) => [at, hash]));
  for (let at = 1; at < hashes.length; at += 1) {
    const [left, right] = [standIn.get(at - 1), standIn.get(at)];
    if (left === undefined && right === undefined) continue;
    count(counts, joinHashes(left ?? hashes[at - 1] ?? 0, joinHashes(conceptGram, right ?? hashes[at] ?? 0)));
  }
  return counts;
};

/** All features of a message. Linear in its length, as pairs reach only so far. */
export const featuresOf = ({ words, stems }: Reading, lexicon: Lexicon): Blocks => {
  const hashes = stems.map((word) => hashText(word, seeds.word));
  return [
    wordGrams(hashes),
    contentPairs(stems, hashes),
    letterGrams(words),
    conceptGrams(stems, hashes, lexicon),
    levelGrams(conceptsIn(stems, lexicon).map(({ concept }) => concept)),
  ];
};
