import { readEnglishWords } from '../knowledge/english-words.ts';
import { createMatcher } from '../knowledge/faq/create-matcher.ts';
import { deserialise, serialise } from '../knowledge/faq/serialise.ts';
import { trainMatcher } from '../knowledge/faq/train-matcher.ts';
import { syntheticBase } from './growth/synthetic-base.ts';
import { percent, table } from './table.ts';

const sizes = [65, 500, 2000, 10_000];
const asked = 500;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

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

const rowOf = (entries: number): readonly string[] => {
  const dictionary = readEnglishWords();
  const base = syntheticBase(entries, dictionary);
  const training = { lines: base.lines, doubles: [], background: base.background };
  const { result: model, time: trained } = timed(() =>
    trainMatcher({ training, synonyms: {}, followUps: {}, dictionary }),
  );
  const file = serialise(model);
  const { result: matcher, time: opened } = timed(() => createMatcher(deserialise(file), base.titles));
  const questions = base.questions.filter((_, at) => at % Math.ceil(entries / asked) === 0);
  const right = questions.filter(({ topic, text }) => matcher.match(text).candidates[0]?.topic === topic);
  const texts = questions.map(({ text }) => text);
  const times = timesOf(texts, (text) => matcher.match(text));
  const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(2)} ms`;
  return [
    String(entries),
    String(base.lines.length),
    model.index ? 'index' : 'classes',
    seconds(trained),
    megabytes(file.length),
    seconds(opened),
    at(0.5),
    at(0.99),
    percent(right.length, questions.length),
    megabytes(process.memoryUsage().rss),
  ];
};

const headings =
  'entries,ways,by,training,file,opening,median,99th of 100,right@1,memory of the process'.split(',');

/** How the matcher grows with the base; sizes may be given as arguments. */
const given = process.argv.slice(2).map(Number);
const rows = (given.length > 0 ? given : sizes).map(rowOf);
process.stdout.write(`${table([headings, ...rows])}\n`);
