import { stem } from '../language/stem.ts';
import type { Token } from './reader.ts';
import type { Symbol } from './pattern.ts';

/** Which symbols of patterns a word answers to. */
export type SymbolsOf = (token: Token) => readonly Symbol[];

/** The classes of a word by name; none for most words. */
export type ClassesOf = (token: Token) => readonly string[];

const none: readonly string[] = [];

export const createClassesOf = (classes: ReadonlyMap<string, readonly string[]>): ClassesOf => {
  const byWord = new Map<string, string[]>();
  for (const [name, members] of classes)
    for (const member of members) {
      const key = member.endsWith('~') ? `~${stem(member.slice(0, -1))}` : member;
      byWord.set(key, [...(byWord.get(key) ?? []), name]);
    }
  return (token) => {
    const exact = byWord.get(token.word);
    const anyForm = byWord.get(`~${token.stem}`);
    if (exact === undefined) return anyForm ?? none;
    return anyForm === undefined ? exact : [...new Set([...exact, ...anyForm])];
  };
};

/** More words than that are forgotten, so that odd input can't fill the memory. */
const mostKept = 20_000;

/** The symbols that a token answers to, as far as patterns use them: itself, its stem, its classes. */
export const createSymbolsOf = (classesOf: ClassesOf, used: ReadonlySet<Symbol>): SymbolsOf => {
  const kept = new Map<string, readonly Symbol[]>();
  return (token) => {
    const known = kept.get(token.word);
    if (known !== undefined) return known;
    const all = [token.word, `~${token.stem}`, ...classesOf(token).map((name) => `@${name}`)];
    const symbols = all.filter((symbol) => used.has(symbol));
    if (kept.size >= mostKept) kept.clear();
    kept.set(token.word, symbols);
    return symbols;
  };
};
