import type { Choice } from '../reply.ts';
import { plain } from './phrases.ts';

/** A label counts as meant where so much of it was said, and nothing else. */
const enough = 0.6;

/** The choice whose label was nearly written out: words left off, or one letter wrong in a long word. */
export const closeLabel = (
  said: string,
  choices: readonly Choice[],
  negators: readonly string[],
): Choice | undefined => {
  const words = said.split(' ');
  if (words.length < 2) return undefined;
  const [match, ...others] = choices.filter(({ label }) => covers(words, plain(label).split(' '), negators));
  return others.length === 0 ? match : undefined;
};

const covers = (words: readonly string[], label: readonly string[], negators: readonly string[]): boolean => {
  const negated = (list: readonly string[]) => list.filter((word) => negators.includes(word)).length;
  if (negated(words) !== negated(label)) return false;
  const meant = label.filter((word) => words.some((other) => isClose(other, word)));
  return (
    meant.length / label.length >= enough &&
    words.every((word) => label.some((other) => isClose(word, other)))
  );
};

const isClose = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 5 && oneApart(a, b));

/** At most one letter more, less or other, or two neighbours swapped. */
const oneApart = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length - short.length === 1) return short.slice(at) === long.slice(at + 1);
  if (long.length !== short.length) return false;
  const swapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return swapped || short.slice(at + 1) === long.slice(at + 1);
};
