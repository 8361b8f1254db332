import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Evaluation, Wishes } from './evaluate.ts';
import { confusionsOf } from './faq/confusions.ts';
import { coverageCurve } from './faq/coverage.ts';
import { faqRowSchema } from './faq/faq-row.ts';
import { figuresOf, headings, intervalsOf, rowOf } from './faq/figures.ts';
import { judgeRow, type Judged } from './faq/judge.ts';
import { medianMicroseconds, readRows } from './read-rows.ts';
import { percent } from './table.ts';

/** Each question through the whole turn: what a person would get. */
export const evaluateFaq = (
  lines: readonly string[],
  knowledge: Knowledge,
  { show }: Pick<Wishes, 'show'> = { show: false },
): Evaluation => {
  const rows = readRows(lines, faqRowSchema);
  const judged = rows.map((row, at) => judgeRow(row, at, knowledge));
  const batch = () => {
    for (const { text, after } of rows) knowledge.matcher.match(text, after);
  };
  const kinds = groupsBy(judged, ({ row }) => [row.kind]);
  const styles = groupsBy(judged, ({ row }) => row.style.split(',').filter((style) => style !== ''));
  return {
    rows: [headings, ...kinds.map(([kind, group]) => rowOf(kind, group)), rowOf('all', judged)],
    more: [...(styles.length > 0 ? [styleTable(styles)] : []), ...detailTables(judged, show)],
    figures: {
      set: 'faq',
      ...figuresOf(judged),
      intervals: intervalsOf(judged),
      byKind: figuresByName(kinds),
      byStyle: figuresByName(styles),
      coverage: coverageCurve(judged),
      confusions: confusionsOf(judged),
      wrong: wrongIn(judged).map(({ id }) => id),
      microsecondsPerMatch: medianMicroseconds(batch, rows.length),
    },
  };
};

type Group = readonly [name: string, judged: readonly Judged[]];
type Table = readonly (readonly string[])[];

const groupsBy = (
  judged: readonly Judged[],
  namesOf: (each: Judged) => readonly string[],
): readonly Group[] => {
  const names = new Set(judged.flatMap(namesOf));
  return Array.from(names, (name) => [name, judged.filter((each) => namesOf(each).includes(name))] as const);
};

const figuresByName = (groups: readonly Group[]) =>
  Object.fromEntries(groups.map(([name, group]) => [name, figuresOf(group)]));

/** In-scope questions answered otherwise, and all others that were answered at all. */
const wrongIn = (judged: readonly Judged[]): readonly Judged[] =>
  judged.filter(({ inScope, wrongGiven, rejected }) => wrongGiven || (!inScope && !rejected));

const styleTable = (styles: readonly Group[]): Table => [
  ['style', ...headings.slice(1)],
  ...styles.map(([style, group]) => rowOf(style, group)),
];

const detailTables = (judged: readonly Judged[], show: boolean): readonly Table[] => [
  [
    ['answering the surest', 'from a chance of', 'wrong among the answers'],
    ...coverageCurve(judged).map(({ coverage, from, risk }) => [
      percent(coverage, 1),
      from.toFixed(3),
      risk === null ? '-' : percent(risk, 1),
    ]),
  ],
  [
    ['meant', 'taken for', 'times'],
    ...confusionsOf(judged).map(({ meant, taken, times }) => [meant, taken, String(times)]),
  ],
  [
    ['95% interval', 'low', 'high'],
    ...Object.entries(intervalsOf(judged)).flatMap(([name, range]) =>
      range === null ? [] : [[name, percent(range.low, 1), percent(range.high, 1)]],
    ),
  ],
  show
    ? [['answered wrong', 'text'], ...wrongIn(judged).map(({ id, row }) => [id, row.text])]
    : [
        ['answered wrong'],
        [
          wrongIn(judged)
            .map(({ id }) => id)
            .join(' ') || '-',
        ],
      ],
];
