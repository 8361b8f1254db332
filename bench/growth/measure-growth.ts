import { readEnglishWords } from '../../knowledge/english-words.ts';
import { createMatcher } from '../../knowledge/faq/create-matcher.ts';
import { deserialise, serialise } from '../../knowledge/faq/serialise.ts';
import { trainMatcher } from '../../knowledge/faq/train-matcher.ts';
import { syntheticBase } from './synthetic-base.ts';

/** What matching takes with a base of so many entries. Times in milliseconds of processor time, sizes in bytes. */
export interface MatcherGrowth {
  readonly entries: number;
  readonly ways: number;
  readonly by: 'index' | 'classes';
  readonly training: number;
  readonly file: number;
  readonly opening: number;
  readonly median: number;
  /** All but one in a hundred questions take no longer. */
  readonly late: number;
  readonly right: number;
  readonly asked: number;
  readonly memory: number;
}

const mostAsked = 500;

/** Milliseconds of processor time: what else the machine does is not counted. */
const timed = <T>(work: () => T): { readonly result: T; readonly time: number } => {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, time: (user + system) / 1000 };
};

/** Milliseconds of each question, in order of length. */
const timesOf = (texts: readonly string[], match: (text: string) => unknown): readonly number[] =>
  texts.map((text) => timed(() => match(text)).time).toSorted((a, b) => a - b);

/** Trains a made-up base of that size and asks it questions that are in none of its lines. */
export const measureGrowth = (entries: number): MatcherGrowth => {
  const dictionary = readEnglishWords();
  const base = syntheticBase(entries, dictionary);
  const training = { lines: base.lines, doubles: [], background: base.background };
  const { result: model, time: trained } = timed(() =>
    trainMatcher({ training, synonyms: {}, followUps: {}, dictionary }),
  );
  const file = serialise(model);
  const { result: matcher, time: opening } = timed(() => createMatcher(deserialise(file), base.titles));
  const questions = base.questions.filter((_, at) => at % Math.ceil(entries / mostAsked) === 0);
  const right = questions.filter(({ topic, text }) => matcher.match(text).candidates[0]?.topic === topic);
  const times = timesOf(
    questions.map(({ text }) => text),
    (text) => matcher.match(text),
  );
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return {
    entries,
    ways: base.lines.length,
    by: model.index ? 'index' : 'classes',
    training: trained,
    file: file.length,
    opening,
    median: at(0.5),
    late: at(0.99),
    right: right.length,
    asked: questions.length,
    memory: process.memoryUsage().rss,
  };
};
