import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const lexicon = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json';

/** Common English words of five letters or more, from the tagger's lexicon in `natural`: never taken for slips. */
export const readEnglishWords = (): readonly string[] => {
  const file = createRequire(import.meta.url).resolve(lexicon);
  const words = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
  return words.filter((word) => /^[a-z]{5,}$/.test(word)).toSorted();
};
