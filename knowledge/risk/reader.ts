import { joinLetters, partWord } from '../language/rejoin.ts';
import { normalise } from '../language/normalise.ts';
import { shorthand } from '../language/shorthand.ts';
import { isTwofold, readTwofold } from '../language/spanish-shorthand.ts';
import { createSpeller, type Speller } from '../language/spelling.ts';
import { stem } from '../language/stem.ts';
import { clauseMarks, sentenceEnds, tokenise } from '../language/tokenise.ts';
import { unmasked, withoutBeats, withoutGaps, withSpaces } from './disguises.ts';

/** One word or mark of a message as the lexicon sees it: shorthand spelt out, slips and disguises put right. */
export interface Token {
  readonly word: string;
  readonly stem: string;
  /** `end` closes a sentence, `mark` a clause. */
  readonly kind: 'word' | 'mark' | 'end';
}

/** Turns what was typed into tokens. */
export type Reader = (text: string) => readonly Token[];

/** What the reader must know: all words to leave alone, and those worth finding behind a slip. */
export interface Vocabulary {
  readonly known: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
}

/** Of a longer text the beginning and the end are read: that is where people say what matters. */
const longest = 8000;

const readable = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest / 2)}\n${text.slice(-longest / 2)}`;

const mostKept = 20_000;
/** Numbers and times of day lose their digits: which one it is tells nothing. */
const plainNumber = (word: string): string => {
  if (!/^\d/.test(word)) return word;
  if (/^\d{1,2}:\d\d$/.test(word) || /^\d{1,2}(?:am|pm|ish)$/.test(word)) return '#time';
  if (word === '911' || word === '988') return word;
  return /^\d+$/.test(word) ? '#num' : word.replace(/^\d+/, '#');
};

const spelt = (word: string, speller: Speller, known: ReadonlySet<string>): readonly string[] => {
  const long = shorthand.get(word);
  if (long !== undefined) return long;
  if (speller.knows(word)) return [word];
  const right = speller.correct(word);
  const parts = right === word ? partWord(word, known) : undefined;
  return (parts ?? [right]).flatMap((part) => shorthand.get(part) ?? [part]);
};

const asToken = (word: string): Token => {
  if (sentenceEnds.has(word)) return { word, stem: word, kind: 'end' };
  if (clauseMarks.has(word)) return { word, stem: word, kind: 'mark' };
  const plain = plainNumber(word);
  return { word: plain, stem: stem(plain), kind: 'word' };
};

/** Several dots are a pause, not an end. */
const withPauses = (tokens: readonly string[]): readonly string[] =>
  tokens.flatMap((token, at) => {
    if (token !== '.' || (tokens[at + 1] !== '.' && tokens[at - 1] !== '.')) return [token];
    return tokens[at - 1] === '.' ? [] : [','];
  });

const contracted: Readonly<Record<string, string>> = {
  'do not': 'dont',
  'does not': 'doesnt',
  'did not': 'didnt',
  'is not': 'isnt',
  'are not': 'arent',
  'was not': 'wasnt',
  'will not': 'wont',
  'would not': 'wouldnt',
  'can not': 'cant',
  'could not': 'couldnt',
  'should not': 'shouldnt',
  'have not': 'havent',
  'has not': 'hasnt',
  'i am': 'im',
  'i m': 'im',
  'i have': 'ive',
  'he is': 'hes',
  'she is': 'shes',
  'they are': 'theyre',
  'it is': 'its',
  'there is': 'theres',
  'that is': 'thats',
};

/** One form for each: "do not" and "don't". */
const withContractions = (words: readonly string[]): readonly string[] => {
  const short: string[] = [];
  for (const word of words) {
    const pair = contracted[`${short.at(-1)} ${word}`];
    if (pair === undefined) short.push(word);
    else short[short.length - 1] = pair;
  }
  return short;
};

/** Remembers what it made of a word; past `mostKept` words it starts anew, so that odd input can't fill the memory. */
const remembering = <T>(make: (word: string) => T): ((word: string) => T) => {
  const kept = new Map<string, T>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const made = make(word);
    if (kept.size >= mostKept) kept.clear();
    kept.set(word, made);
    return made;
  };
};

export const createReader = (vocabulary: Vocabulary): Reader => {
  const speller = createSpeller(vocabulary.known, vocabulary.targets);
  const parts = new Set([...vocabulary.known].filter((word) => word.length > 1 || word === 'i'));
  const spell = remembering((word) => spelt(word, speller, parts));
  const toToken = remembering(asToken);
  return (text) => {
    const typed = tokenise(unmasked(withSpaces(normalise(readable(text))), speller));
    const words = withoutGaps(joinLetters(withoutBeats(withPauses(typed))), speller, vocabulary.targets);
    const plain = words.flatMap((word, at) => (isTwofold(word) ? readTwofold(words, at) : spell(word)));
    return withContractions(plain).map((word) => toToken(word));
  };
};
