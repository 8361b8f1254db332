/** Wilson's interval for a share, at 95%: honest for small numbers too. Null of nothing. */
export const interval = (part: number, whole: number): readonly [low: number, high: number] | null => {
  if (whole === 0) return null;
  const z = 1.96;
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  const rounded = (value: number): number => Math.round(10_000 * Math.min(1, Math.max(0, value))) / 10_000;
  return [rounded((middle - spread) / scale), rounded((middle + spread) / scale)];
};
