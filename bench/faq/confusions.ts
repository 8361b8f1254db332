import type { Judged } from './judge.ts';

export interface Confusion {
  readonly meant: string;
  readonly taken: string;
  readonly times: number;
}

const most = 15;

/** Topics that were taken for others, most often first; questions out of scope count where they were answered. */
export const confusionsOf = (judged: readonly Judged[]): readonly Confusion[] => {
  const pairs = new Map<string, Confusion>();
  for (const { row, best, inScope, rightAt1, rejected } of judged) {
    if (rightAt1 || rejected) continue;
    const meant = inScope ? row.accept.join(' or ') : '(out of scope)';
    const taken = best === '' ? '(nothing)' : best;
    const key = `${meant}\0${taken}`;
    pairs.set(key, { meant, taken, times: (pairs.get(key)?.times ?? 0) + 1 });
  }
  return [...pairs.values()].toSorted((a, b) => b.times - a.times).slice(0, most);
};
