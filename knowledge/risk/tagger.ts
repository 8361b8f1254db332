import type { Concept } from './lexicon.ts';
import { anyWord, symbolsIn, type Element, type Symbol } from './pattern.ts';
import type { Token } from './reader.ts';
import { createSymbolsOf, type ClassesOf } from './word-classes.ts';

/** One concept found in a message: the tokens `start` to `end` (not included). */
export interface Hit {
  readonly concept: Concept;
  readonly start: number;
  readonly end: number;
}

export type Tagger = (tokens: readonly Token[]) => readonly Hit[];

/** A place reached in some patterns. `ways` are the places that the next word leads to, `any` those that every word does. */
interface Place {
  ways: Map<Symbol, Place[]> | undefined;
  any: Place[] | undefined;
  /** Places reached without a word, as the part between may be missing. */
  also: Place[] | undefined;
  /** Where the parts that start here lead to, by their text: patterns with the same beginning share places. */
  parts: Map<string, Place> | undefined;
  ends: Concept[] | undefined;
  stamp: number;
}

/** There are a hundred thousand of them, and most lack most lists: those that are not needed take no memory. */
const newPlace = (): Place => ({
  ways: undefined,
  any: undefined,
  also: undefined,
  parts: undefined,
  ends: undefined,
  stamp: -1,
});

const link = (from: Place, symbol: Symbol, to: Place): void => {
  if (symbol === anyWord) {
    (from.any ??= []).push(to);
    return;
  }
  const ways = (from.ways ??= new Map<Symbol, Place[]>());
  const there = ways.get(symbol);
  if (there === undefined) ways.set(symbol, [to]);
  else there.push(to);
};

/** The place that an element leads to from here; patterns with the same beginning share it. */
const growElement = (from: Place, element: Element): Place => {
  const parts = (from.parts ??= new Map<string, Place>());
  const known = parts.get(element.text);
  if (known !== undefined) return known;
  const to = newPlace();
  parts.set(element.text, to);
  if (element.kind === 'word') link(from, element.symbol, to);
  else for (const way of element.ways) growWay(from, way, to);
  if (element.optional) (from.also ??= []).push(to);
  return to;
};

const growWay = (from: Place, way: readonly Element[], to: Place): void => {
  const [only] = way;
  if (way.length === 1 && only?.kind === 'word' && !only.optional) link(from, only.symbol, to);
  else (way.reduce(growElement, from).also ??= []).push(to);
};

const grow = (root: Place, pattern: readonly Element[], concept: Concept): void => {
  const end = pattern.reduce(growElement, root);
  const ends = (end.ends ??= []);
  if (!ends.includes(concept)) ends.push(concept);
};

interface Path {
  readonly place: Place;
  readonly start: number;
}

/** Adds a place and those reached from it without a word, each at most once per `stamp`. */
const enter = (into: Path[], place: Place, start: number, stamp: number): void => {
  if (place.stamp === stamp) return;
  place.stamp = stamp;
  into.push({ place, start });
  if (place.also !== undefined) for (const next of place.also) enter(into, next, start, stamp);
};

const enterAll = (into: Path[], places: readonly Place[] | undefined, start: number, stamp: number): void => {
  if (places === undefined) return;
  for (const place of places) enter(into, place, start, stamp);
};

/** Where each first word leads, taken together over all beginnings. */
const beginnings = (root: Place): ReadonlyMap<Symbol, readonly Place[]> => {
  const firsts: Path[] = [];
  enter(firsts, root, 0, 0);
  const merged = new Map<Symbol, Place[]>();
  for (const { place } of firsts)
    for (const [symbol, places] of [...(place.ways ?? []), [anyWord, place.any ?? []] as const])
      merged.set(symbol, [...(merged.get(symbol) ?? []), ...places]);
  return merged;
};

const symbolsUsed = (concepts: readonly Concept[]): ReadonlySet<Symbol> =>
  new Set(concepts.flatMap(({ patterns }) => patterns.flatMap((pattern) => [...symbolsIn(pattern)])));

/**
 * Finds all concepts in one pass over the tokens. All patterns are one graph, and at most one path is kept for each
 * of its places, so the work grows with the length of the message and not with how its words repeat.
 * Marks inside a sentence are passed over; a pattern never crosses the end of a sentence.
 */
export const createTagger = (concepts: readonly Concept[], classesOf: ClassesOf): Tagger => {
  const root = newPlace();
  for (const concept of concepts) for (const pattern of concept.patterns) grow(root, pattern, concept);
  const first = beginnings(root);
  const symbolsOf = createSymbolsOf(classesOf, symbolsUsed(concepts));
  let stamp = 0;
  const step = (paths: readonly Path[], symbols: readonly Symbol[], at: number): Path[] => {
    const next: Path[] = [];
    stamp += 1;
    for (const { place, start } of paths) {
      if (place.ways !== undefined)
        for (const symbol of symbols) enterAll(next, place.ways.get(symbol), start, stamp);
      enterAll(next, place.any, start, stamp);
    }
    for (const symbol of symbols) enterAll(next, first.get(symbol), at, stamp);
    enterAll(next, first.get(anyWord), at, stamp);
    return next;
  };
  return (tokens) => {
    const hits: Hit[] = [];
    let paths: readonly Path[] = [];
    tokens.forEach((token, at) => {
      if (token.kind === 'end') paths = [];
      if (token.kind !== 'word') return;
      paths = step(paths, symbolsOf(token), at);
      for (const { place, start } of paths)
        for (const concept of place.ends ?? []) hits.push({ concept, start, end: at + 1 });
    });
    return hits;
  };
};
