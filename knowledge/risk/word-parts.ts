import { partOf, type Part } from './feature.ts';
import type { Token } from './reader.ts';
import type { ClassesOf } from './word-classes.ts';

/** What a word gives to features. */
export interface WordParts {
  readonly word: Part;
  readonly stem: Part;
  readonly classes: readonly Part[];
  /** Its first class, else its stem. */
  readonly abstract: Part;
  /** Its runs of three to five letters, with < and > at the ends. */
  readonly letters: readonly Part[];
}

const longestWord = 18;
/** More words than that are forgotten, so that odd input can't fill the memory. */
const mostKept = 20_000;

const lettersOf = (word: string): readonly Part[] => {
  if (word.length < 4) return [];
  const framed = `<${word.slice(0, longestWord)}>`;
  const runs: Part[] = [];
  for (let size = 3; size <= 5; size += 1)
    for (let at = 0; at + size <= framed.length; at += 1) runs.push(partOf(framed.slice(at, at + size)));
  return runs;
};

const partsOf = (token: Token, classesOf: ClassesOf): WordParts => {
  const word = partOf(token.word);
  const stem = token.stem === token.word ? word : partOf(token.stem);
  const classes = classesOf(token).map(partOf);
  return { word, stem, classes, abstract: classes[0] ?? stem, letters: lettersOf(token.word) };
};

export const createWordParts = (): ((token: Token, classesOf: ClassesOf) => WordParts) => {
  const kept = new Map<string, WordParts>();
  const classParts = new Map<string, Part>();
  const shared = (part: Part): Part => {
    const known = classParts.get(part.text);
    if (known === undefined) classParts.set(part.text, part);
    return known ?? part;
  };
  return (token, classesOf) => {
    const known = kept.get(token.word);
    if (known !== undefined) return known;
    const made = partsOf(token, classesOf);
    const parts = { ...made, classes: made.classes.map(shared) };
    if (kept.size >= mostKept) kept.clear();
    kept.set(token.word, parts);
    return parts;
  };
};
