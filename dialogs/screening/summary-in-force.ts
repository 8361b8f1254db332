import type { Memory } from '../memory.ts';
import { decidedOf } from './decided.ts';

/** A page of a result goes with the result: taken back, started over, or overtaken by a danger told since. */
export const withSummaryInForce = ({ summary, ...memory }: Memory): Memory => {
  const { screening } = memory;
  const decided = summary && screening && decidedOf(memory, screening);
  return summary && decided && decided.outcome === screening.outcome ? { ...memory, summary } : memory;
};
