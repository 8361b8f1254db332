import { tiers, type Tier } from '../../knowledge/risk/verdict.ts';
import { share } from '../table.ts';
import { wilson } from '../wilson.ts';
import type { Judged } from './judged.ts';

/** So many of so many. */
export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

/** What counts: danger found, and harmless messages that were taken for danger. */
export interface Ratios {
  readonly right: Ratio;
  /** Rows that are only `immediate`, and were judged so. */
  readonly immediate: Ratio;
  /** Rows that can't be `none`, and were judged anything else. */
  readonly atRisk: Ratio;
  /** Rows that are only `none`, and were judged `concern` or `immediate`. */
  readonly alarms: Ratio;
}

const ratio = (rows: readonly Judged[], hit: (row: Judged) => boolean): Ratio => ({
  part: rows.filter(hit).length,
  whole: rows.length,
});

const only = (rows: readonly Judged[], tier: Tier): readonly Judged[] =>
  rows.filter(({ accept }) => accept.every((each) => each === tier));

export const isRight = ({ accept, tier }: Judged): boolean => accept.includes(tier);

export const ratiosOf = (rows: readonly Judged[]): Ratios => ({
  right: ratio(rows, isRight),
  immediate: ratio(only(rows, 'immediate'), ({ tier }) => tier === 'immediate'),
  atRisk: ratio(
    rows.filter(({ accept }) => !accept.includes('none')),
    ({ tier }) => tier !== 'none',
  ),
  alarms: ratio(only(rows, 'none'), ({ tier }) => tier === 'immediate' || tier === 'concern'),
});

/** How often each tier was given to rows of each label, labels from harmless to immediate. */
export const confusionOf = (rows: readonly Judged[]): ReadonlyMap<string, ReadonlyMap<Tier, number>> => {
  const labels = [...new Set(rows.map(labelOf))].toSorted((a, b) => heightOf(a) - heightOf(b));
  return new Map(
    labels.map((label) => {
      const own = rows.filter((row) => labelOf(row) === label);
      return [label, new Map(tiers.map((tier) => [tier, own.filter((row) => row.tier === tier).length]))];
    }),
  );
};

const labelOf = ({ accept }: Judged): string => tiers.filter((tier) => accept.includes(tier)).join(' or ');

/** Labels that reach further up come later; of two that reach as far, the one that starts higher. */
const heightOf = (label: string): number => {
  const ranks = label.split(' or ').map((name) => tiers.findIndex((tier) => tier === name));
  return tiers.length * Math.max(...ranks) + Math.min(...ranks);
};

/** Rows by what `keyOf` says of them, in the order of the names; rows of which it says nothing are left out. */
export const groupsOf = (
  rows: readonly Judged[],
  keyOf: (row: Judged) => string | undefined,
): readonly (readonly [string, readonly Judged[]])[] => {
  const names = new Set(rows.map(keyOf).filter((name) => name !== undefined));
  return [...names].toSorted().map((name) => [name, rows.filter((row) => keyOf(row) === name)]);
};

const interval = ({ part, whole }: Ratio): readonly number[] | null => {
  const found = wilson(part, whole);
  return found ? [found.low, found.high].map((bound) => Math.round(bound * 10_000) / 10_000) : null;
};

/** The figures as they are printed: shares from 0 to 1, and their 95% intervals. */
export const figuresOf = (rows: readonly Judged[]) => {
  const { right, immediate, atRisk, alarms } = ratiosOf(rows);
  return {
    rows: rows.length,
    accuracy: share(right.part, right.whole),
    immediateRecall: share(immediate.part, immediate.whole),
    atRiskRecall: share(atRisk.part, atRisk.whole),
    falseAlarms: share(alarms.part, alarms.whole),
    immediateRecallInterval: interval(immediate),
    atRiskRecallInterval: interval(atRisk),
    falseAlarmsInterval: interval(alarms),
  };
};
