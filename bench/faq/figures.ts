import { percent, share } from '../table.ts';
import { wilson } from '../wilson.ts';
import type { Judged } from './judge.ts';

export const headings = [
  'kind',
  'rows',
  'right@1',
  'answered right',
  'or offered',
  'wrong given',
  'out-of-scope rejected',
];

/** One line of the table: shares of a group of questions. */
export const rowOf = (name: string, judged: readonly Judged[]): readonly string[] => {
  const c = counts(judged);
  return [
    name,
    String(judged.length),
    percent(c.rightAt1, c.inScope),
    percent(c.answeredRight, c.inScope),
    percent(c.answeredRight + c.offeredRight, c.inScope),
    percent(c.wrongGiven, c.inScope),
    percent(c.rejected, judged.length - c.inScope),
  ];
};

/** The same as numbers from 0 to 1; null where there is nothing to count. */
export const figuresOf = (judged: readonly Judged[]) => {
  const c = counts(judged);
  return {
    rows: judged.length,
    accuracyAt1: share(c.rightAt1, c.inScope),
    answeredRight: share(c.answeredRight, c.inScope),
    answeredOrOffered: share(c.answeredRight + c.offeredRight, c.inScope),
    wrongGiven: share(c.wrongGiven, c.inScope),
    outOfScopeRejected: share(c.rejected, judged.length - c.inScope),
  };
};

/** Where the true shares lie with 95% certainty; null where there is nothing to count. */
export const intervalsOf = (judged: readonly Judged[]) => {
  const c = counts(judged);
  return {
    accuracyAt1: intervalOf(c.rightAt1, c.inScope),
    answeredRight: intervalOf(c.answeredRight, c.inScope),
    answeredOrOffered: intervalOf(c.answeredRight + c.offeredRight, c.inScope),
    wrongGiven: intervalOf(c.wrongGiven, c.inScope),
    outOfScopeRejected: intervalOf(c.rejected, judged.length - c.inScope),
  };
};

const intervalOf = (part: number, whole: number) => {
  const bounds = wilson(part, whole);
  return bounds ? { low: rounded(bounds.low), high: rounded(bounds.high) } : null;
};

const rounded = (value: number): number => Math.round(10_000 * value) / 10_000;

type Verdict = 'inScope' | 'rightAt1' | 'answeredRight' | 'offeredRight' | 'wrongGiven' | 'rejected';

const counts = (judged: readonly Judged[]): Readonly<Record<Verdict, number>> => {
  const of = (verdict: Verdict) => judged.filter((each) => each[verdict]).length;
  return {
    inScope: of('inScope'),
    rightAt1: of('rightAt1'),
    answeredRight: of('answeredRight'),
    offeredRight: of('offeredRight'),
    wrongGiven: of('wrongGiven'),
    rejected: of('rejected'),
  };
};
