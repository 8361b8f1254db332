import type { SparseVector } from './feature-space.ts';
import { seededRandom, shuffle } from '../random.ts';

/** One line a class: `weights[feature * classes + class]`. */
export interface LinearModel {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly classes: number;
}

/** For each example and class: 1 belongs to it, -1 does not, 0 says nothing about it. */
export interface Examples {
  readonly vectors: readonly SparseVector[];
  readonly signs: readonly Int8Array[];
  readonly features: number;
  readonly classes: number;
}

export const scoresOf = (model: LinearModel, vector: SparseVector): Float64Array => {
  const scores = Float64Array.from(model.bias);
  const { at, value } = vector;
  for (let nth = 0; nth < at.length; nth += 1) {
    const start = (at[nth] ?? 0) * model.classes;
    const factor = value[nth] ?? 0;
    for (let k = 0; k < model.classes; k += 1) scores[k]! += factor * model.weights[start + k]!;
  }
  return scores;
};

const squareOf = ({ value }: SparseVector): number => value.reduce((sum, part) => sum + part * part, 1);

const addTo = (model: LinearModel, vector: SparseVector, changes: Float64Array): void => {
  const touched: number[] = [];
  changes.forEach((change, k) => {
    if (change === 0) return;
    touched.push(k);
    model.bias[k]! += change;
  });
  if (touched.length === 0) return;
  const { at, value } = vector;
  for (let nth = 0; nth < at.length; nth += 1) {
    const start = (at[nth] ?? 0) * model.classes;
    const factor = value[nth] ?? 0;
    for (const k of touched) model.weights[start + k]! += factor * changes[k]!;
  }
};

/**
 * One-vs-rest support vector machines with squared hinge loss, all classes in one pass over the examples
 * (dual coordinate descent: Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM").
 * `cost` is the weight of the loss against the length of the weights.
 */
export const trainLinear = (examples: Examples, cost: number, passes: number): LinearModel => {
  const { vectors, signs, features, classes } = examples;
  const model = { weights: new Float32Array(features * classes), bias: new Float32Array(classes), classes };
  const squares = vectors.map(squareOf);
  const duals = vectors.map(() => new Float32Array(classes));
  const order = Int32Array.from(vectors.keys());
  const random = seededRandom(17);
  const slack = 0.5 / cost;
  const changes = new Float64Array(classes);
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    for (const at of order) {
      const scores = scoresOf(model, vectors[at]!);
      const dual = duals[at]!;
      const sign = signs[at]!;
      changes.fill(0);
      for (let k = 0; k < classes; k += 1) {
        if (sign[k] === 0) continue;
        const gradient = sign[k]! * scores[k]! - 1 + slack * dual[k]!;
        const next = Math.max(dual[k]! - gradient / (squares[at]! + slack), 0);
        changes[k] = (next - dual[k]!) * sign[k]!;
        dual[k] = next;
      }
      addTo(model, vectors[at]!, changes);
    }
  }
  return model;
};
