import { percent } from '../table.ts';
import type { Spread } from './figures.ts';
import type { Report } from './report.ts';
import { processFigures, turnFigures } from './summary.ts';

export type Rows = readonly (readonly string[])[];

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const middle = ({ median }: Spread, digits: number): string => median.toFixed(digits);
/** The middle, and between which values half of the rounds were. */
const spread = ({ median, low, high }: Spread, digits = 2): string =>
  `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;

/** Processor time and latency of a turn. */
export const turnTable = (report: Report): Rows => [
  ['a turn', 'CPU, µs', '× echo bot', 'median, ms', '95 of 100, ms'],
  ...turnFigures(report).map(({ name, cpu, ratio, latency, late }) => [
    name,
    middle(cpu, 0),
    spread(ratio),
    middle(latency, 2),
    middle(late, 2),
  ]),
];

export const processTable = (report: Report): Rows => [
  ['a process', 'start, ms', '× echo bot', 'CPU, ms', 'memory', '× echo bot', 'under load', '× echo bot'],
  ...processFigures(report).map((each) => [
    each.name,
    middle(each.time, 0),
    spread(each.timeRatio),
    middle(each.cpu, 0),
    megabytes(each.memory.median),
    middle(each.memoryRatio, 2),
    megabytes(each.loaded),
    each.loadedRatio.toFixed(2),
  ]),
];

export const conversationsTable = ({ conversations }: Report): Rows => [
  ['conversations', 'CPU, µs', '× echo bot', 'memory', 'file'],
  ...conversations.map((each) => [
    each.conversations.toLocaleString('en'),
    middle(each.cpu, 0),
    spread(each.ratio),
    megabytes(each.memory),
    megabytes(each.file),
  ]),
];

export const entriesTable = ({ entries }: Report): Rows => [
  ['entries', 'by', 'a match, ms', '99 of 100, ms', 'file', 'opening, ms', 'right first'],
  ...entries.map((each) => [
    each.entries.toLocaleString('en'),
    each.by,
    each.median.toFixed(2),
    each.late.toFixed(2),
    megabytes(each.file),
    each.opening.toFixed(0),
    percent(each.right, each.asked),
  ]),
];

export const instancesTable = ({ instances }: Report): Rows => [
  ['instances', 'turns a second', 'cores: instances', 'sender', 'database'],
  ...instances.map((each) => [
    String(each.count),
    spread(each.turnsPerSecond, 0),
    middle(each.instances, 2),
    middle(each.sender, 2),
    each.database ? middle(each.database, 2) : 'unknown',
  ]),
];

/** In the form of Markdown, with figures to the right. */
export const toMarkdown = ([head = [], ...rows]: Rows): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
