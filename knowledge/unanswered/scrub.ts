import { normalise } from '../language/normalise.ts';
import {
  dangerWords,
  introductions,
  months,
  nameWords,
  notNames,
  numberWords,
  plainCapitals,
  relations,
  streetWords,
} from './private-words.ts';
import { tokensOf, type Token } from './tokens.ts';

/** Longer messages tell a story, and a story tells who someone is even without a name. */
const longest = 200;
/** Fewer words, or a smaller share of the message, say nothing about what was asked. */
const leastWords = 2;
const leastShare = 0.5;

export const gap = '[...]';

/**
 * A message with everything taken out that might tell who wrote it: only words of `vocabulary` stay, and none that
 * stands where a name, number, date or address stands. In doubt a word goes. Undefined where too little would be left.
 */
export const scrub = (text: string, vocabulary: ReadonlySet<string>): string | undefined => {
  if (text.length > longest || dangerWords.test(normalise(text))) return undefined;
  const tokens = tokensOf(text);
  const personal = privatePlaces(tokens);
  const words = tokens.map((token, at) =>
    token.gap || personal.has(at) || !isPlain(token, vocabulary) ? gap : token.plain,
  );
  const kept = words.filter((word) => word !== gap).length;
  if (kept < leastWords || kept < words.length * leastShare) return undefined;
  return words.filter((word, at) => word !== gap || words[at - 1] !== gap).join(' ');
};

/** Judged by itself. A single letter may be an initial. */
const isPlain = ({ plain, capital }: Token, vocabulary: ReadonlySet<string>): boolean => {
  if (plain.length < 2) return /^[aieouy]$/.test(plain);
  if (capital) return plainCapitals.has(plain);
  return !nameWords.has(plain) && (vocabulary.has(plain) || plainCapitals.has(plain));
};

type Rule = (tokens: readonly Token[], at: number) => readonly number[];

/** Judged by what stands around: the places that a rule takes out. */
const privatePlaces = (tokens: readonly Token[]): ReadonlySet<number> =>
  new Set(tokens.flatMap((_, at) => rules.flatMap((rule) => rule(tokens, at))));

/** A name has up to three words, and ends where the sentence goes on. */
const afterIntroduction: Rule = (tokens, at) => {
  const words = introductions.find((each) =>
    each.every((word, nth) => tokens[at - each.length + nth]?.plain === word),
  );
  return words === undefined ? [] : nameFrom(tokens, at, 3);
};

const afterRelation: Rule = (tokens, at) =>
  relations.has(tokens[at - 1]?.plain ?? '') ? nameFrom(tokens, at, 2) : [];

const nameFrom = (tokens: readonly Token[], from: number, most: number): readonly number[] => {
  const places: number[] = [];
  for (let at = from; at < from + most; at += 1) {
    const token = tokens[at];
    if (token === undefined || (notNames.has(token.plain) && !token.capital)) break;
    places.push(at);
  }
  return places;
};

/** "12 Oak Street", "Oak Street 12", "apt B": the words on both sides go too. */
const aroundStreet: Rule = (tokens, at) =>
  streetWords.has(tokens[at]?.plain ?? '') ? [at - 2, at - 1, at, at + 1] : [];

const aroundMonth: Rule = (tokens, at) => {
  const plain = tokens[at]?.plain ?? '';
  const dated = [at - 1, at + 1].some((near) => tokens[near]?.gap);
  return months.has(plain) || (plain === 'may' && dated) ? [at] : [];
};

const numbers: Rule = (tokens, at) => {
  const isNumber = (place: number): boolean => numberWords.has(tokens[place]?.plain ?? '');
  if (isNumber(at)) return [at];
  const isOne = /^(?:one|uno|una)$/.test(tokens[at]?.plain ?? '');
  return isOne && (isNumber(at - 1) || isNumber(at + 1)) ? [at] : [];
};

const rules: readonly Rule[] = [afterIntroduction, afterRelation, aroundStreet, aroundMonth, numbers];
