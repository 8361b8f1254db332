import { tiers, type Tier } from '../../knowledge/risk/verdict.ts';
import type { Judged } from './judged.ts';

const rank = (tier: Tier): number => tiers.indexOf(tier);

/**
 * How far a verdict is off: below 0 where danger was judged too low (-3 is immediate danger taken for none),
 * above 0 where it was judged too high, 0 where it was right.
 */
export const offBy = ({ accept, tier }: Judged): number => {
  if (accept.includes(tier)) return 0;
  const ranks = accept.map(rank);
  const [least, most] = [Math.min(...ranks), Math.max(...ranks)];
  return rank(tier) < least ? rank(tier) - least : Math.max(1, rank(tier) - most);
};

/** What went wrong, worst first: danger judged too low, furthest off first; then what was judged too high. */
export const missesIn = (rows: readonly Judged[]): readonly Judged[] =>
  rows.filter((row) => offBy(row) !== 0).toSorted((a, b) => badness(b) - badness(a));

const badness = (row: Judged): number => {
  const off = offBy(row);
  return off < 0 ? 10 - off : off;
};
