/** The middle of the values and the two between which half of them lie. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The value below which that share of the sorted ones lies, from 0 to 1; NaN of none. */
export const quantile = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share;
  const [below = NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
};

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
};

/** Each value in terms of the other of the same round: what the machine did in that round cancels out. */
export const ratios = (values: readonly number[], others: readonly number[]): readonly number[] => {
  if (values.length !== others.length) throw new Error('There must be one value of each in every round.');
  return values.map((value, round) => value / others[round]!);
};
