import { normalise } from '../../knowledge/language/normalise.ts';
import { wordsIn } from '../../knowledge/language/tokenise.ts';

/** A text as plain words with single spaces: how messages and phrases are compared. */
export const plain = (text: string): string => wordsIn(normalise(text)).join(' ');

export const hasPhrase = (said: string, phrase: string): boolean => ` ${said} `.includes(` ${phrase} `);
export const startsWith = (said: string, phrase: string): boolean => `${said} `.startsWith(`${phrase} `);

/** Without the words before and after an answer that do not change it. */
export const withoutFillers = (said: string, { fillers, lastFillers }: FillerLists): string => {
  let [start, end] = [0, said.length];
  const opens = (filler: string) =>
    said.startsWith(filler, start) && isEdge(said, start + filler.length, end);
  const closes = (filler: string) =>
    end - filler.length >= start &&
    said.endsWith(filler, end) &&
    isEdge(said, end - filler.length - 1, start - 1);
  for (;;) {
    const front = fillers.find(opens);
    const back = front === undefined ? lastFillers.find(closes) : undefined;
    if (front !== undefined) start = Math.min(end, start + front.length + 1);
    else if (back === undefined) return said.slice(start, end);
    else end = Math.max(start, end - back.length - 1);
  }
};

/** Whether a word ends at a place: a space is there, or nothing more. */
const isEdge = (said: string, at: number, limit: number): boolean => at === limit || said[at] === ' ';

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
