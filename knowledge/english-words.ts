import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const lexicon = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json';

type Lexicon = Readonly<Record<string, readonly string[]>>;

/** Word → its parts of speech, the usual one first, from the tagger's lexicon in `natural`. */
const readLexicon = (): Lexicon => {
  const file = createRequire(import.meta.url).resolve(lexicon);
  return JSON.parse(readFileSync(file, 'utf8')) as Lexicon;
};

/** Common English words of five letters or more: never taken for slips. */
export const readEnglishWords = (): readonly string[] =>
  Object.keys(readLexicon())
    .filter((word) => /^[a-z]{5,}$/.test(word))
    .toSorted();

/** English words that are no names: none that mostly stands as a name where it has a capital. */
export const readCommonWords = (): readonly string[] => {
  const words = readLexicon();
  const isName = (word: string): boolean =>
    words[`${word.slice(0, 1).toUpperCase()}${word.slice(1)}`]?.[0]?.startsWith('NNP') ?? false;
  return Object.keys(words).filter((word) => /^[a-z]{2,}$/.test(word) && !isName(word));
};
