import { normalise } from '../language/normalise.ts';
import { wordsIn } from '../language/tokenise.ts';
import { seededRandom } from '../random.ts';
import { bucketOf, type Emit } from './feature.ts';
import { createFeatures, type Features } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { softmax, type RiskModel } from './model.ts';
import { createPerception, type Perceived } from './perception.ts';
import { segmentsOf } from './segments.ts';
import { smallTalkVoice, type TrainingLine } from './training-line.ts';
import { tiers } from './verdict.ts';

/** One message or clause as the model sees it. */
interface Instance {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

/** A labelled message: itself first, then its clauses. */
interface Example {
  readonly instances: readonly Instance[];
  /** The share of each tier in the truth. */
  readonly truth: readonly number[];
}

/** Fewer make features share weights: at 2 ** 18 recall at 3% false alarms was four points lower. */
const bucketCount = 2 ** 20;
const rounds = 6;
const seeds = [20261123, 7, 1974];
const rate = 0.5;
const decay = 2e-6;
const clauseImportance = 0.7;

const shuffled = <T>(all: readonly T[], random: () => number): T[] => {
  const row = [...all];
  for (let at = row.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one] = row.splice(other, 1, ...row.slice(at, at + 1));
    if (one !== undefined) row[at] = one;
  }
  return row;
};

/** Where two tiers are right, the first weighs double. */
const truthOf = (line: TrainingLine): readonly number[] => {
  const shares = tiers.map((tier) => (line.accept[0] === tier ? 2 : line.accept.includes(tier) ? 1 : 0));
  const sum = shares.reduce<number>((total, value) => total + value, 0);
  return shares.map((share) => share / sum);
};

const instanceOf = (message: Perceived, features: Features): Instance => {
  const buckets: number[] = [];
  const values: number[] = [];
  const emit: Emit = (kind, weight, ...parts) => {
    buckets.push(bucketOf(kind, parts, bucketCount));
    values.push(weight);
  };
  const words = features.words(message);
  for (const word of words) features.ofWord(word, emit);
  features.ofContext(message, words, emit);
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return { buckets: Int32Array.from(buckets), values: Float32Array.from(values, (value) => value / norm) };
};

const count = tiers.length;

/** The weights while they are learned; `steps` holds the squared slopes so far (Adagrad). */
class Learner {
  readonly weights = new Float32Array(bucketCount * count);
  readonly bias = tiers.map(() => 0);
  readonly #steps = new Float32Array(bucketCount * count).fill(1e-3);

  scores({ buckets, values }: Instance): readonly number[] {
    const scores = [...this.bias];
    for (let at = 0; at < buckets.length; at += 1) {
      const place = (buckets[at] ?? 0) * count;
      const value = values[at] ?? 0;
      for (let tier = 0; tier < count; tier += 1)
        scores[tier] = (scores[tier] ?? 0) + (this.weights[place + tier] ?? 0) * value;
    }
    return scores;
  }

  learn(instance: Instance, truth: readonly number[], importance: number): void {
    const { buckets, values } = instance;
    const errors = softmax(this.scores(instance)).map(
      (share, tier) => importance * (share - (truth[tier] ?? 0)),
    );
    errors.forEach((error, tier) => (this.bias[tier] = (this.bias[tier] ?? 0) - 0.02 * error));
    for (let at = 0; at < buckets.length; at += 1)
      for (let tier = 0; tier < count; tier += 1) {
        const place = (buckets[at] ?? 0) * count + tier;
        const slope = (errors[tier] ?? 0) * (values[at] ?? 0) + decay * (this.weights[place] ?? 0);
        const step = (this.#steps[place] ?? 0) + slope * slope;
        this.#steps[place] = step;
        this.weights[place] = (this.weights[place] ?? 0) - (rate * slope) / Math.sqrt(step);
      }
  }

  /** The clause that looks most like danger now: in a dangerous message it bears the label, in a harmless one it errs most. */
  worst(clauses: readonly Instance[]): Instance | undefined {
    let worst: Instance | undefined;
    let most = -1;
    for (const clause of clauses) {
      const risk = 1 - (softmax(this.scores(clause))[0] ?? 0);
      if (risk > most) [most, worst] = [risk, clause];
    }
    return worst;
  }
}

const fitOnce = (examples: readonly Example[], seed: number): Learner => {
  const learner = new Learner();
  const random = seededRandom(seed);
  for (let round = 0; round < rounds; round += 1)
    for (const { instances, truth } of shuffled(examples, random)) {
      const [whole, ...clauses] = instances;
      if (whole !== undefined) learner.learn(whole, truth, 1);
      const worst = round < 2 ? undefined : learner.worst(clauses);
      if (worst !== undefined) learner.learn(worst, truth, clauseImportance);
    }
  return learner;
};

/** The mean of models that met the lines in different orders: what one learned by chance fades. */
const fit = (examples: readonly Example[]): { weights: Float32Array; bias: readonly number[] } => {
  const weights = new Float32Array(bucketCount * count);
  const bias = tiers.map(() => 0);
  for (const seed of seeds) {
    const learner = fitOnce(examples, seed);
    learner.weights.forEach((weight, at) => (weights[at] = (weights[at] ?? 0) + weight / seeds.length));
    learner.bias.forEach((value, at) => (bias[at] = (bias[at] ?? 0) + value / seeds.length));
  }
  return { weights, bias };
};

const quantised = (weights: Float32Array): { scale: number; weights: Int8Array } => {
  const top = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return { scale: top / 127, weights: Int8Array.from(weights, (value) => Math.round((value / top) * 127)) };
};

/** Words of at least three lines: rarer ones may be slips. */
const commonWords = (lines: readonly TrainingLine[]): readonly string[] => {
  const lineCounts = new Map<string, number>();
  for (const { text } of lines)
    for (const word of new Set(wordsIn(normalise(text))))
      lineCounts.set(word, (lineCounts.get(word) ?? 0) + 1);
  return [...lineCounts].flatMap(([word, lineCount]) => (lineCount >= 3 ? [word] : [])).toSorted();
};

const smallTalkIn = (lines: readonly TrainingLine[]): readonly string[] =>
  lines.flatMap(({ voice, text }) => (voice === smallTalkVoice ? [wordsIn(normalise(text)).join(' ')] : []));

/** Learns the tiers from labelled lines; the same lines and lexicon always give the same model. */
export const trainRiskModel = (lines: readonly TrainingLine[], lexicon: Lexicon): RiskModel => {
  const words = commonWords(lines);
  const perception = createPerception(lexicon, words);
  const features = createFeatures();
  const examples = lines.map((line) => ({
    instances: segmentsOf(perception.whole(line.text)).map((segment) => instanceOf(segment, features)),
    truth: truthOf(line),
  }));
  const { weights, bias } = fit(examples);
  return { buckets: bucketCount, ...quantised(weights), bias, words, smallTalk: smallTalkIn(lines) };
};
