import { join } from 'node:path';
import { readEnglishWords } from '../knowledge/english-words.ts';
import { createMatcher } from '../knowledge/faq/create-matcher.ts';
import { trainMatcher, type MatcherSources } from '../knowledge/faq/train-matcher.ts';
import { projectRoot } from '../knowledge/project-root.ts';
import { readMatcherSources } from '../knowledge/read-matcher-sources.ts';
import { percent, table } from './table.ts';

const without = (sources: MatcherSources, held: string): MatcherSources => ({
  ...sources,
  training: {
    ...sources.training,
    lines: sources.training.lines.filter(({ voice }) => voice !== held),
    doubles: sources.training.doubles.filter(({ voice }) => voice !== held),
  },
});

const rowOf = (sources: MatcherSources, voice: string): readonly string[] => {
  const matcher = createMatcher(trainMatcher(without(sources, voice)), []);
  const judged = sources.training.lines
    .filter((line) => line.voice === voice)
    .map(({ text, topic }) => ({ topic, match: matcher.match(text) }));
  const share = (right: (each: (typeof judged)[number]) => boolean): string =>
    percent(judged.filter(right).length, judged.length);
  return [
    voice,
    String(judged.length),
    share(({ topic, match }) => match.candidates[0]?.topic === topic),
    share(({ topic, match }) => match.candidates.slice(0, 3).some((one) => one.topic === topic)),
    share(({ topic, match }) => match.topics.includes(topic)),
    share(({ topic, match }) => match.offered.includes(topic)),
    share(({ topic, match }) => match.topics.length > 0 && !match.topics.includes(topic)),
  ];
};

const headings = [
  'voice held out',
  'lines',
  'right@1',
  'right@3',
  'answered right',
  'offered right',
  'wrong given',
];

/** How the matcher does on each voice when it has learnt from all others only. Takes a training per voice. */
const run = (): void => {
  const sources = readMatcherSources(join(projectRoot(), 'knowledge/faq'), readEnglishWords());
  const voices = [...new Set(sources.training.lines.map(({ voice }) => voice))].toSorted();
  process.stdout.write(`${table([headings, ...voices.map((voice) => rowOf(sources, voice))])}\n`);
};

run();
