import { stem } from '../language/stem.ts';

/**
 * One place in a pattern: `kill` that word, `~kill` any form of it, `@pills` a word of that class, `_` any word.
 * A pattern is written `(i|we) want~ to? .. (die|be dead)`: `(a|b c)` either, `?` may be missing, `..` up to two
 * words of any kind, `...` up to four, `word~` any form. Brackets may stand in brackets.
 */
export type Symbol = string;

/** One part of a pattern: a word, or a choice of ways; `optional` where it may be missing. */
export type Element = { readonly text: string; readonly optional: boolean } & (
  | { readonly kind: 'word'; readonly symbol: Symbol }
  | { readonly kind: 'choice'; readonly ways: readonly (readonly Element[])[] }
);

const gapLengths: Readonly<Record<string, number>> = { '..': 2, '...': 4 };
/** The symbol that every word answers to. */
export const anyWord: Symbol = '_';
const oneWord: Element = { kind: 'word', symbol: anyWord, text: anyWord, optional: false };

const symbolOf = (word: string): Symbol => (word.endsWith('~') ? `~${stem(word.slice(0, -1))}` : word);

const gapOf = (text: string, length: number): Element => ({
  kind: 'choice',
  text,
  optional: true,
  ways: Array.from({ length }, (_, at) => Array.from({ length: at + 1 }, () => oneWord)),
});

const wordOf = (text: string): Element => {
  const length = gapLengths[text];
  if (length !== undefined) return gapOf(text, length);
  const optional = text.length > 1 && text.endsWith('?');
  return { kind: 'word', text, optional, symbol: symbolOf(optional ? text.slice(0, -1) : text) };
};

/** Reads from the front of `rest` up to the bracket that closes this choice, and takes what it read away. */
const readWays = (rest: string[], pattern: string, depth: number): Element[][] => {
  const ways: Element[][] = [[]];
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    if (next === '|') ways.push([]);
    else if (next === ')' || next === ')?') {
      if (depth === 0) throw new Error(`the pattern "${pattern}" closes a bracket that was not opened`);
      rest.unshift(next);
      return ways;
    } else ways.at(-1)?.push(next === '(' ? readChoice(rest, pattern, depth) : wordOf(next));
  }
  if (depth > 0) throw new Error(`the pattern "${pattern}" leaves a bracket open`);
  return ways;
};

const textOf = (ways: readonly (readonly Element[])[]): string =>
  ways.map((way) => way.map((element) => element.text).join(' ')).join('|');

const readChoice = (rest: string[], pattern: string, depth: number): Element => {
  const ways = readWays(rest, pattern, depth + 1);
  if (ways.some((way) => way.every((element) => element.optional)))
    throw new Error(`the pattern "${pattern}" has a choice that can be empty`);
  const close = rest.shift();
  return { kind: 'choice', text: `(${textOf(ways)}${close}`, optional: close === ')?', ways };
};

/** The parts of a pattern. Throws with the pattern's text where it is not well formed or could be empty. */
export const elementsOf = (pattern: string): readonly Element[] => {
  const rest = pattern.match(/\(|\)\??|\||[^\s()|]+/g) ?? [];
  const ways = readWays([...rest], pattern, 0);
  const [elements = []] = ways;
  if (ways.length > 1) throw new Error(`the pattern "${pattern}" has a | outside of brackets`);
  if (elements.every((element) => element.optional)) throw new Error(`the pattern "${pattern}" can be empty`);
  return elements;
};

const symbolsOfElement = (element: Element): readonly Symbol[] =>
  element.kind === 'word' ? [element.symbol] : element.ways.flat().flatMap(symbolsOfElement);

/** All words, stems and classes that a pattern names. */
export const symbolsIn = (elements: readonly Element[]): readonly Symbol[] =>
  elements.flatMap(symbolsOfElement);
