import { tiers } from '../../knowledge/risk/verdict.ts';
import { percent } from '../table.ts';
import { wilson } from '../wilson.ts';
import { confusionOf, groupsOf, ratiosOf, type Ratio } from './figures.ts';
import type { Judged } from './judged.ts';
import { missesIn } from './misses.ts';

export type Rows = readonly (readonly string[])[];

/** "95.5% (91.2-97.8)": a share and its 95% interval. */
export const withInterval = ({ part, whole }: Ratio): string => {
  const bounds = wilson(part, whole);
  if (bounds === undefined) return '-';
  const [low, high] = [bounds.low, bounds.high].map((bound) => (100 * bound).toFixed(1));
  return `${percent(part, whole)} (${low}-${high})`;
};

const ratioRow = (name: string, rows: readonly Judged[], show: (ratio: Ratio) => string) => {
  const { right, immediate, atRisk, alarms } = ratiosOf(rows);
  return [name, String(rows.length), ...[right, immediate, atRisk, alarms].map(show)];
};

const headings = ['rows', 'right', 'immediate found', 'at risk found', 'false alarms'];
const plainly = ({ part, whole }: Ratio): string => percent(part, whole);

/** One row for each group, then one for all with its 95% intervals. */
export const groupTable = (
  title: string,
  rows: readonly Judged[],
  keyOf: (row: Judged) => string | undefined,
): Rows => [
  [title, ...headings],
  ...groupsOf(rows, keyOf).map(([name, own]) => ratioRow(name, own, plainly)),
  ratioRow('all', rows, plainly),
];

export const totalsTable = (sets: readonly (readonly [string, readonly Judged[]])[]): Rows => [
  ['95% intervals', ...headings],
  ...sets.map(([name, rows]) => ratioRow(name, rows, withInterval)),
];

export const confusionTable = (rows: readonly Judged[]): Rows => [
  ['labelled \\ judged', ...tiers],
  ...[...confusionOf(rows)].map(([label, given]) => [
    label,
    ...tiers.map((tier) => String(given.get(tier) ?? 0)),
  ]),
];

/** The worst misses by id; their texts only where `show` says so, as they may be hard to read or not ours to print. */
export const missesTable = (rows: readonly Judged[], most: number, show: boolean): Rows => [
  ['worst misses', 'case', 'labelled', 'judged', ...(show ? ['text'] : [])],
  ...missesIn(rows)
    .slice(0, most)
    .map(({ id, case: name, accept, tier, text }) => [
      id,
      name,
      accept.join(' or '),
      tier,
      ...(show ? [text.replaceAll(/\s+/g, ' ')] : []),
    ]),
];
