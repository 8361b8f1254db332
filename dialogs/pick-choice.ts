import type { Choice } from './reply.ts';

/** Number words as people write them instead of a digit, by position. */
const ordinals: readonly (readonly string[])[] = [
  ['first', 'one', 'primera', 'primero', 'uno', 'una'],
  ['second', 'two', 'segunda', 'segundo', 'dos'],
  ['third', 'three', 'tercera', 'tercero', 'tres'],
  ['fourth', 'four', 'cuarta', 'cuarto', 'cuatro'],
  ['fifth', 'five', 'quinta', 'quinto', 'cinco'],
];

/** Words that stand around a number without changing what it means. */
const fillers = new Set([
  'the',
  'number',
  'no',
  'option',
  'answer',
  'please',
  'la',
  'el',
  'opcion',
  'numero',
  'por',
  'favor',
]);

/** The choice that a reply by number ("2", "the second one") or by its label names; undefined where none is clear. */
export const pickChoice = (words: string, choices: readonly Choice[]): Choice | undefined => {
  const said = plainWords(words);
  const byLabel = choices.find(({ label }) => plainWords(label) === said);
  return byLabel ?? choices[positionIn(said)];
};

const positionIn = (said: string): number => {
  const words = said.split(' ').filter((word) => !fillers.has(word));
  const core = words.length === 2 && words[1] === 'one' ? words.slice(0, 1) : words;
  const [word = ''] = core;
  if (core.length !== 1) return -1;
  return /^\d{1,2}$/.test(word) ? Number(word) - 1 : ordinals.findIndex((forms) => forms.includes(word));
};

/** Lower case, without accents and punctuation: how words are compared with a list. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
