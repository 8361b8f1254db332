import { measureGrowth, type MatcherGrowth } from './growth/measure-growth.ts';
import { percent, table } from './table.ts';

const sizes = [65, 500, 2000, 10_000];

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

const rowOf = (figures: MatcherGrowth): readonly string[] => [
  String(figures.entries),
  String(figures.ways),
  figures.by,
  seconds(figures.training),
  megabytes(figures.file),
  seconds(figures.opening),
  `${figures.median.toFixed(2)} ms`,
  `${figures.late.toFixed(2)} ms`,
  percent(figures.right, figures.asked),
  megabytes(figures.memory),
];

const headings =
  'entries,ways,by,training,file,opening,median,99th of 100,right@1,memory of the process'.split(',');

/** How the matcher grows with the base; sizes may be given as arguments, and `--json` gives plain figures. */
const given = process.argv.slice(2);
const wanted = given.map(Number).filter((size) => size > 0);
const figures = (wanted.length > 0 ? wanted : sizes).map(measureGrowth);
process.stdout.write(
  given.includes('--json') ? `${JSON.stringify(figures)}\n` : `${table([headings, ...figures.map(rowOf)])}\n`,
);
