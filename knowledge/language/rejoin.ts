import { isWord } from './tokenise.ts';

const singleLetter = (text: string | undefined): boolean => text !== undefined && /^[a-z0-9]$/.test(text);

/**
 * Letters typed apart ("k i l l", "s-u-i") as one word. Marks between them are passed over; at least three in a row
 * are needed, so that "i a m" inside other words stays as it is.
 */
export const joinLetters = (tokens: readonly string[]): readonly string[] => {
  if (!tokens.some((token, at) => singleLetter(token) && apart(tokens, at))) return tokens;
  const joined: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run = lettersFrom(tokens, at);
    if (run.letters.length >= 3) {
      joined.push(run.letters);
      at = run.end - 1;
    } else joined.push(tokens[at] ?? '');
  }
  return joined;
};

const softMark = (text: string | undefined): boolean => text !== undefined && !isWord(text) && text !== '\n';

const apart = (tokens: readonly string[], at: number): boolean =>
  singleLetter(tokens[at + 1]) || (softMark(tokens[at + 1]) && singleLetter(tokens[at + 2]));

const lettersFrom = (tokens: readonly string[], start: number): { letters: string; end: number } => {
  let letters = '';
  let at = start;
  while (singleLetter(tokens[at])) {
    letters += tokens[at] ?? '';
    at += softMark(tokens[at + 1]) && singleLetter(tokens[at + 2]) ? 2 : 1;
  }
  return { letters, end: at };
};

/** Short words worth finding inside a longer one; any two letters would make words of every name. */
const shortWords = new Set(
  'i a u to my me it of in is be go no do so up im we he on or at an as by if us am ya yo se de la el mi te lo un'.split(
    ' ',
  ),
);
const mayBePart = (part: string, vocabulary: ReadonlySet<string>): boolean =>
  part.length > 2 ? vocabulary.has(part) : shortWords.has(part);

/**
 * Parts a word that is several words run together ("killmyself"), each in `vocabulary`; undefined where it can't be.
 * Prefers few parts. Work is bounded: words over 40 letters are left alone.
 */
export const partWord = (word: string, vocabulary: ReadonlySet<string>): readonly string[] | undefined => {
  if (word.length < 5 || word.length > 40) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let length = Math.min(end, 12); length >= 1; length -= 1) {
      const before = best[end - length];
      const part = word.slice(end - length, end);
      if (before === undefined || !mayBePart(part, vocabulary)) continue;
      if (best[end] === undefined || (best[end]?.length ?? 0) > before.length + 1)
        best[end] = [...before, part];
    }
  }
  const parts = best[word.length];
  return parts !== undefined && parts.length > 1 && parts.length <= 7 ? parts : undefined;
};
