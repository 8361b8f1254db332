import type { Speller } from '../language/spelling.ts';
import { isWord } from '../language/tokenise.ts';

/** Words with a sign between them in place of a space: `not_worth_it`. */
export const withSpaces = (text: string): string =>
  text.replace(/(?<![\p{L}'_.~|+*])\p{L}+(?:[_.~|+*][\p{L}']+){2,}/gu, (row) =>
    row.replace(/[_.~|+*]/g, ' '),
  );

const fewestBeats = 3;
const beats = new Set(['.', '\n']);

/** Words with a dot or a line for each ("end. my. life.") are one sentence: three or more in a row are joined. */
export const withoutBeats = (tokens: readonly string[]): readonly string[] => {
  const beat = (at: number): boolean => isWord(tokens[at] ?? '.') && beats.has(tokens[at + 1] ?? '.');
  const kept: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let end = at;
    while (end < tokens.length && beat(end)) end += 2;
    if (end - at < 2 * fewestBeats) kept.push(tokens[at] ?? '');
    else {
      for (let word = at; word < end; word += 2) kept.push(tokens[word] ?? '');
      at = end - 1;
    }
  }
  return kept;
};

const isPiece = (token: string): boolean => /^\p{L}[\p{L}\p{N}]*$/u.test(token);

/** Two pieces that only together are a word that matters ("su icide"). */
export const withoutGaps = (
  tokens: readonly string[],
  speller: Speller,
  targets: ReadonlySet<string>,
): readonly string[] => {
  const joined: string[] = [];
  for (const token of tokens) {
    const whole = `${joined.at(-1) ?? ''}${token}`;
    const last = joined.at(-1) ?? '';
    const piece = isPiece(last) && isPiece(token) && !(speller.knows(token) && speller.knows(last));
    if (piece && whole.length > 5 && targets.has(speller.correct(whole))) joined[joined.length - 1] = whole;
    else joined.push(token);
  }
  return joined;
};

/** Signs for letters in the middle of a word ("su!c1dal"), where a known word comes out. */
export const unmasked = (text: string, speller: Speller): string =>
  text.replace(/(?<![\p{L}\p{N}@$!|+])[\p{L}\p{N}@$][\p{L}\p{N}@$!|+]{2,19}(?<=[\p{L}\p{N}])/gu, (word) => {
    if (!/[@$!|+]/.test(word)) return word;
    const right = speller.correct(word);
    return speller.knows(right) ? right : word;
  });
