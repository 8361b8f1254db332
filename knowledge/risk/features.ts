import { partOf, type Emit, type Part } from './feature.ts';
import type { Perceived } from './perception.ts';
import type { ScopedHit } from './scoped-hits.ts';
import { createWordParts, type WordParts } from './word-parts.ts';

const kinds = {
  word: partOf('word'),
  stem: partOf('stem'),
  pair: partOf('pair'),
  triple: partOf('triple'),
  apart: partOf('apart'),
  letters: partOf('letters'),
  class: partOf('class'),
  classPair: partOf('class-pair'),
  classTriple: partOf('class-triple'),
  classRow: partOf('class-row'),
  classApart: partOf('class-apart'),
  together: partOf('together'),
  concept: partOf('concept'),
  concepts: partOf('concepts'),
  rule: partOf('rule'),
  shape: partOf('shape'),
};
const start = partOf('^');
const end = partOf('$');
const asks = partOf('asks');
const endsAsking = partOf('ends-asking');
const most = 14;

/** The features of one word whatever stands beside it. */
const emitWord = ({ word, stem, letters, classes }: WordParts, emit: Emit): void => {
  emit(kinds.word, 1, word);
  if (stem !== word) emit(kinds.stem, 0.7, stem);
  for (const part of letters) emit(kinds.letters, 0.3, part);
  for (const name of classes) emit(kinds.class, 0.8, name);
};

const emitNeighbours = (words: readonly WordParts[], emit: Emit): void => {
  words.forEach(({ word, stem }, at) => {
    const last = words[at - 1];
    const before = words[at - 2];
    emit(kinds.pair, 1, last?.word ?? start, word);
    if (last !== undefined) emit(kinds.triple, 0.8, before?.stem ?? start, last.stem, stem);
    if (before !== undefined) emit(kinds.apart, 0.5, before.stem, stem);
  });
  emit(kinds.pair, 1, words.at(-1)?.word ?? start, end);
};

/** The words with their classes in place: "my pills" and "her tablets" look alike here. */
const emitClasses = (words: readonly WordParts[], emit: Emit): void => {
  const seen = new Set<Part>();
  words.forEach(({ classes, abstract }, at) => {
    for (const name of classes) seen.add(name);
    const [third, second, first] = [
      words[at - 3]?.abstract,
      words[at - 2]?.abstract,
      words[at - 1]?.abstract,
    ];
    if (first === undefined) return;
    emit(kinds.classPair, 0.8, first, abstract);
    if (second === undefined) return;
    emit(kinds.classTriple, 0.8, second, first, abstract);
    emit(kinds.classApart, 0.5, second, abstract);
    if (third !== undefined) emit(kinds.classRow, 0.6, third, second, first, abstract);
  });
  emitPairs([...seen], kinds.together, 0.4, emit);
};

const emitPairs = (parts: readonly Part[], kind: Part, weight: number, emit: Emit): void => {
  const row = parts.toSorted((a, b) => (a.text < b.text ? -1 : 1)).slice(0, most);
  row.forEach((one, at) => {
    for (let other = at + 1; other < row.length; other += 1) emit(kind, weight, one, row[other] ?? one);
  });
};

/** Concepts that mean something only after a question or earlier signs, or only once there is a danger. */
const contextual = /^(?:answer-|vague-|whose-)/;

const conceptParts = (hits: readonly ScopedHit[]): readonly Part[] => {
  const parts = new Map<string, Part>();
  for (const { concept, negated } of hits) {
    const name = negated ? `not ${concept.id}` : concept.id;
    if (!contextual.test(concept.id) && !parts.has(name)) parts.set(name, partOf(name));
  }
  return [...parts.values()];
};

const lengthPart = (count: number): Part =>
  partOf(count < 4 ? '1-3' : count < 8 ? '4-7' : count < 16 ? '8-15' : count < 32 ? '16-31' : '32+');

/** All that the classifier sees of a message: the features of each of its words, and those of the words together. */
export interface Features {
  words(message: Perceived): readonly WordParts[];
  ofWord(word: WordParts, emit: Emit): void;
  ofContext(message: Perceived, words: readonly WordParts[], emit: Emit): void;
}

const emitContext = ({ tokens, hits, rules }: Perceived, words: readonly WordParts[], emit: Emit): void => {
  emitNeighbours(words, emit);
  emitClasses(words, emit);
  const concepts = conceptParts(hits);
  for (const concept of concepts) emit(kinds.concept, 2, concept);
  emitPairs(concepts, kinds.concepts, 1, emit);
  for (const rule of rules) emit(kinds.rule, 2, partOf(rule.id));
  emit(kinds.shape, 0.5, lengthPart(words.length));
  if (tokens.some((token) => token.word === '?')) emit(kinds.shape, 0.5, asks);
  if (tokens.at(-1)?.word === '?') emit(kinds.shape, 0.5, endsAsking);
};

/** Keeps what it worked out for each word, up to a limit; make one for each classifier. */
export const createFeatures = (): Features => {
  const partsOf = createWordParts();
  return {
    words: ({ tokens, classesOf }) =>
      tokens.flatMap((token) => (token.kind === 'word' ? [partsOf(token, classesOf)] : [])),
    ofWord: emitWord,
    ofContext: emitContext,
  };
};
