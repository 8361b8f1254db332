/** A share with the bounds between which the true one lies in 95 of 100 cases. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Standard score of 95% confidence, two-sided. */
const z = 1.959964;

/**
 * Wilson score interval of `part` in `whole` (E. B. Wilson, 1927): unlike the plain one it holds for small
 * numbers and for shares near 0 and 1. Undefined for an empty whole.
 */
export const wilson = (part: number, whole: number): Interval | undefined => {
  if (whole === 0) return undefined;
  const share = part / whole;
  const widened = 1 + z ** 2 / whole;
  const centre = (share + z ** 2 / (2 * whole)) / widened;
  const half = (z / widened) * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
};
