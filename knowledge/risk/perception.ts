import type { Lexicon, Rule } from './lexicon.ts';
import { symbolsIn } from './pattern.ts';
import { createReader, type Token } from './reader.ts';
import { createRuleFinder } from './rules.ts';
import { withScopes, type ScopedHit } from './scoped-hits.ts';
import { createTagger } from './tagger.ts';
import { createClassesOf, type ClassesOf } from './word-classes.ts';

/** A message as read: its tokens and the concepts found in them. */
export interface Perceived {
  readonly tokens: readonly Token[];
  readonly hits: readonly ScopedHit[];
  readonly classesOf: ClassesOf;
  /** The rules that fit; none for a clause. */
  readonly rules: readonly Rule[];
}

const wordsOf = (lexicon: Lexicon): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const members of lexicon.classes.values())
    for (const member of members) words.add(member.replace('~', ''));
  for (const { patterns } of lexicon.concepts)
    for (const pattern of patterns)
      for (const symbol of symbolsIn(pattern)) if (/^\p{L}/u.test(symbol)) words.add(symbol);
  return words;
};

/** A message as one, or in parts that are short enough to be judged like the training lines. */
export interface Perception {
  whole(text: string): Perceived;
  parts(text: string): readonly Perceived[];
}

/** Words in a part; a part ends with a sentence once it is half full. */
const mostWords = 70;

const partsOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const parts: Token[][] = [[]];
  let words = 0;
  for (const token of tokens) {
    parts.at(-1)?.push(token);
    if (token.kind === 'word') words += 1;
    if (words < mostWords && (token.kind !== 'end' || words < mostWords / 2)) continue;
    parts.push([]);
    words = 0;
  }
  return parts.filter((part) => part.some((token) => token.kind === 'word'));
};

/** The first steps of judging: reading and tagging. `words` are further known words, of the training lines. */
export const createPerception = (lexicon: Lexicon, words: readonly string[]): Perception => {
  const targets = wordsOf(lexicon);
  const read = createReader({ known: new Set([...words, ...targets, ...lexicon.protectedWords]), targets });
  const classesOf = createClassesOf(lexicon.classes);
  const findRules = createRuleFinder(lexicon.rules);
  const tag = createTagger(lexicon.concepts, classesOf);
  const perceive = (tokens: readonly Token[]): Perceived => {
    const hits = withScopes(tokens, tag(tokens));
    return { tokens, hits, classesOf, rules: findRules(hits) };
  };
  return { whole: (text) => perceive(read(text)), parts: (text) => partsOf(read(text)).map(perceive) };
};
