import { share } from '../table.ts';
import type { Judged } from './judge.ts';

export interface CoveragePoint {
  /** Share of all questions that would be answered. */
  readonly coverage: number;
  /** Chance from which they are. */
  readonly from: number;
  /** Share of the answers that would be wrong; any answer to a question out of scope is. */
  readonly risk: number | null;
}

const steps = 10;

/** What answering more would cost: the surest tenth of the questions answered with their best topic, two tenths … */
export const coverageCurve = (judged: readonly Judged[]): readonly CoveragePoint[] => {
  const ranked = judged.toSorted((a, b) => b.confidence - a.confidence);
  return Array.from({ length: steps }, (_, nth) => {
    const coverage = (nth + 1) / steps;
    const taken = ranked.slice(0, Math.round(ranked.length * coverage));
    const wrong = taken.filter(({ rightAt1 }) => !rightAt1).length;
    const from = Math.round(1000 * (taken.at(-1)?.confidence ?? 0)) / 1000;
    return { coverage, from, risk: share(wrong, taken.length) };
  });
};
