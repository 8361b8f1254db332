import { bucketOf, featureName, type Emit, type Part } from './feature.ts';
import { createFeatures } from './features.ts';
import { oddsOf, type Odds, type RiskModel } from './model.ts';
import type { Perceived } from './perception.ts';
import { segmentsOf } from './segments.ts';
import { tiers, type Tier } from './verdict.ts';
import type { WordParts } from './word-parts.ts';

/**
 * What the trained model makes of a message: the whole and its most dangerous clause taken together, and that clause
 * by itself. `reason` is the feature that spoke most for danger.
 */
export interface Opinion {
  readonly odds: Odds;
  readonly clause: Odds;
  readonly reason: string;
}

export type Classifier = (message: Perceived) => Opinion;

const count = tiers.length;
const [none, concern, immediate] = [
  tiers.indexOf('none'),
  tiers.indexOf('concern'),
  tiers.indexOf('immediate'),
] as const;
/** More words than that are forgotten, so that odd input can't fill the memory. */
const mostKept = 20_000;

/** The sum of some features: their weights, their squared size, and which of them spoke most for danger. */
class Sum {
  readonly scores = tiers.map(() => 0);
  size = 0;
  most = 0;
  kind: Part | undefined;
  parts: readonly Part[] = [];

  add(other: Sum): void {
    for (let tier = 0; tier < count; tier += 1)
      this.scores[tier] = (this.scores[tier] ?? 0) + (other.scores[tier] ?? 0);
    this.size += other.size;
    if (other.most > this.most) [this.most, this.kind, this.parts] = [other.most, other.kind, other.parts];
  }
}

const adderTo =
  (sum: Sum, { buckets, weights }: RiskModel): Emit =>
  (kind, weight, ...parts) => {
    const place = bucketOf(kind, parts, buckets) * count;
    sum.size += weight * weight;
    for (let tier = 0; tier < count; tier += 1)
      sum.scores[tier] = (sum.scores[tier] ?? 0) + (weights[place + tier] ?? 0) * weight;
    const speaks =
      ((weights[place + concern] ?? 0) + (weights[place + immediate] ?? 0) - (weights[place + none] ?? 0)) *
      weight;
    if (speaks > sum.most) [sum.most, sum.kind, sum.parts] = [speaks, kind, parts];
  };

interface Score {
  readonly odds: Odds;
  readonly reason: string;
}

const createScorer = (model: RiskModel): ((message: Perceived) => Score) => {
  const features = createFeatures();
  const kept = new Map<string, Sum>();
  const sumOf = (word: WordParts): Sum => {
    const known = kept.get(word.word.text);
    if (known !== undefined) return known;
    const sum = new Sum();
    features.ofWord(word, adderTo(sum, model));
    if (kept.size >= mostKept) kept.clear();
    kept.set(word.word.text, sum);
    return sum;
  };
  return (message) => {
    const sum = new Sum();
    const words = features.words(message);
    for (const word of words) sum.add(sumOf(word));
    features.ofContext(message, words, adderTo(sum, model));
    const factor = model.scale / Math.sqrt(sum.size || 1);
    const odds = oddsOf(sum.scores.map((score, tier) => score * factor + (model.bias[tier] ?? 0)));
    return { odds, reason: sum.kind === undefined ? 'bias' : featureName(sum.kind, sum.parts) };
  };
};

/** How much the worst clause counts beside the whole; tried from 0 to 0.8 on held-out voices. */
const clauseShare = 0.35;

const blend = (whole: Odds, clause: Odds): Odds => {
  const mix = (tier: Tier): number => whole[tier] ** (1 - clauseShare) * clause[tier] ** clauseShare;
  const sum = tiers.reduce((total, tier) => total + mix(tier), 0);
  return {
    none: mix('none') / sum,
    'third-party': mix('third-party') / sum,
    concern: mix('concern') / sum,
    immediate: mix('immediate') / sum,
  };
};

/** Judges the whole message and its most dangerous clause, and takes both views together. */
export const createClassifier = (model: RiskModel): Classifier => {
  const score = createScorer(model);
  return (message) => {
    const whole = score(message);
    const clauses = segmentsOf(message).slice(1).map(score);
    const worst = clauses.reduce((most, next) => (next.odds.none < most.odds.none ? next : most), whole);
    const odds = worst === whole ? whole.odds : blend(whole.odds, worst.odds);
    return { odds, clause: worst.odds, reason: worst.reason };
  };
};
