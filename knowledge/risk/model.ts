import { tiers, type Tier } from './verdict.ts';

/** Weights of a linear model over hashed features: `weights[bucket * tiers + tier] * scale`; `buckets` is a power of two. */
export interface RiskModel {
  readonly buckets: number;
  readonly scale: number;
  readonly weights: Int8Array;
  readonly bias: readonly number[];
  /** All words of the training lines: no slips of others. */
  readonly words: readonly string[];
  /** Messages that are small talk and nothing else when they stand alone, in their normalised words. */
  readonly smallTalk: readonly string[];
}

/** Probabilities in the order of `tiers`. */
export type Odds = Readonly<Record<Tier, number>>;

export const softmax = (scores: readonly number[]): readonly number[] => {
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const sum = parts.reduce((total, value) => total + value, 0);
  return parts.map((value) => value / sum);
};

export const oddsOf = (scores: readonly number[]): Odds => {
  const shares = softmax(scores);
  const share = (tier: Tier): number => shares[tiers.indexOf(tier)] ?? 0;
  return {
    none: share('none'),
    'third-party': share('third-party'),
    concern: share('concern'),
    immediate: share('immediate'),
  };
};
