import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Evaluation, Wishes } from './evaluate.ts';
import { medianMicroseconds } from './read-rows.ts';
import { confusionOf, figuresOf, groupsOf } from './risk/figures.ts';
import { judgeRows, type Judged } from './risk/judged.ts';
import { confusionTable, groupTable, missesTable, totalsTable } from './risk/tables.ts';

/** How many misses are named. */
const mostMisses = 25;

/** The tiers that the detector gives to the rows of a set, against those that are right. */
export const evaluateRisk = (
  lines: readonly string[],
  { risk }: Pick<Knowledge, 'risk'>,
  { show }: Wishes = { show: false },
): Evaluation => {
  const rows = judgeRows(lines, risk);
  const hasCategories = rows.some(({ category }) => category !== undefined);
  const batch = () => rows.forEach(({ text }) => void risk.assess(text));
  return {
    rows: groupTable('case', rows, byCase),
    more: [
      ...(hasCategories ? [groupTable('category', rows, byCategory)] : []),
      totalsTable([['all', rows]]),
      confusionTable(rows),
      missesTable(rows, mostMisses, show),
    ],
    figures: {
      set: 'risk',
      ...figuresOf(rows),
      confusion: Object.fromEntries(
        [...confusionOf(rows)].map(([label, given]) => [label, Object.fromEntries(given)]),
      ),
      byCase: figuresBy(rows, byCase),
      ...(hasCategories ? { byCategory: figuresBy(rows, byCategory) } : {}),
      microsecondsPerMessage: medianMicroseconds(batch, rows.length),
    },
  };
};

const byCase = (row: Judged): string => row.case;
const byCategory = (row: Judged): string | undefined => row.category;

const figuresBy = (rows: readonly Judged[], keyOf: (row: Judged) => string | undefined) =>
  Object.fromEntries(groupsOf(rows, keyOf).map(([name, own]) => [name, figuresOf(own)]));
