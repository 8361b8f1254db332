import { detectLanguage } from '../language/detect-language.ts';
import { normalise } from '../language/normalise.ts';
import { shorthand } from '../language/shorthand.ts';
import type { Speller } from '../language/spelling.ts';
import { stem } from '../language/stem.ts';
import { wordsIn } from '../language/tokenise.ts';

/** Longer messages are read to here; no question needs more, and the time of a match stays bounded. */
export const longestText = 4000;
const longestWords = 400;

/** Shorthand that means something else in this field, or that the lexicon knows better as it is. */
const ownShorthand = new Set(
  'med meds medication medications mo mos od si sh mat cause sec sat sun mon'.split(' '),
);

/** A message as the matcher sees it: words in full and corrected, and their stems, place by place. */
export interface Reading {
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

/** In Spanish, "y" is no "why": its own shorthand counts there. */
const spanishShorthand: ReadonlyMap<string, string> = new Map(
  Object.entries({
    q: 'que',
    k: 'que',
    x: 'por',
    xq: 'porque',
    pq: 'porque',
    pa: 'para',
    d: 'de',
    tmb: 'tambien',
  }),
);

const inEnglish = (word: string): readonly string[] =>
  ownShorthand.has(word) ? [word] : (shorthand.get(word) ?? [word]);
const inSpanish = (word: string): readonly string[] => [spanishShorthand.get(word) ?? word];

/** Reads a message; without a speller words stay as they were typed. */
export const read = (text: string, speller?: Speller): Reading => {
  const typed = wordsIn(normalise(text.slice(0, longestText))).slice(0, longestWords);
  const full = typed.flatMap(detectLanguage(text) === 'es' ? inSpanish : inEnglish);
  const words = speller === undefined ? full : full.map((word) => speller.correct(word));
  return { words, stems: words.map(stem) };
};
