import { normalise } from '../../knowledge/language/normalise.ts';
import { wordsIn } from '../../knowledge/language/tokenise.ts';

/** A text as plain words with single spaces: how messages and phrases are compared. */
export const plain = (text: string): string => wordsIn(normalise(text)).join(' ');

export const hasPhrase = (said: string, phrase: string): boolean => ` ${said} `.includes(` ${phrase} `);
export const startsWith = (said: string, phrase: string): boolean => `${said} `.startsWith(`${phrase} `);
const endsWith = (said: string, phrase: string): boolean => ` ${said}`.endsWith(` ${phrase}`);

/** Without the words before and after an answer that do not change it. */
export const withoutFillers = (said: string, { fillers, lastFillers }: FillerLists): string => {
  const front = fillers.find((filler) => startsWith(said, filler));
  if (front !== undefined) return withoutFillers(said.slice(front.length).trim(), { fillers, lastFillers });
  const back = lastFillers.find((filler) => endsWith(said, filler));
  return back === undefined
    ? said
    : withoutFillers(said.slice(0, -back.length).trim(), { fillers, lastFillers });
};

interface FillerLists {
  readonly fillers: readonly string[];
  readonly lastFillers: readonly string[];
}

/** Where a phrase stands in a text, in words. */
export interface Hit<T> {
  readonly means: T;
  readonly start: number;
  readonly end: number;
}

/** Every place of every phrase; where two overlap, the longer one counts ("day hospital", not "hospital"). */
export const hitsOf = <T>(said: string, phrases: readonly (readonly [string, T])[]): readonly Hit<T>[] => {
  const words = said.split(' ');
  const hits = phrases
    .filter(([phrase]) => hasPhrase(said, phrase))
    .flatMap(([phrase, means]) => placesOf(words, phrase.split(' '), means));
  return hits.filter((hit) => !hits.some((other) => overlaps(hit, other) && length(other) > length(hit)));
};

const placesOf = <T>(words: readonly string[], phrase: readonly string[], means: T): readonly Hit<T>[] =>
  words.flatMap((_, start) =>
    phrase.every((word, at) => words[start + at] === word)
      ? [{ means, start, end: start + phrase.length }]
      : [],
  );

const length = ({ start, end }: Hit<unknown>): number => end - start;
const overlaps = (a: Hit<unknown>, b: Hit<unknown>): boolean => a.start < b.end && b.start < a.end;
