import type { SparseVector } from './feature-space.ts';
import type { LinearModel } from './linear.ts';

/** A linear model in a quarter of the space: whole numbers from -127 to 127, and one scale a feature. */
export interface QuantisedModel {
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  readonly classes: number;
}

const largest = (row: Float32Array): number =>
  row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);

export const quantise = ({ weights, bias, classes }: LinearModel): QuantisedModel => {
  const small = new Int8Array(weights.length);
  const scales = new Float32Array(weights.length / classes);
  for (let feature = 0; feature < scales.length; feature += 1) {
    const start = feature * classes;
    const scale = largest(weights.subarray(start, start + classes)) / 127;
    scales[feature] = scale;
    if (scale === 0) continue;
    for (let at = start; at < start + classes; at += 1) small[at] = Math.round((weights[at] ?? 0) / scale);
  }
  return { weights: small, scales, bias, classes };
};

/** The margin of each class. */
export const marginsOf = (model: QuantisedModel, { at, value }: SparseVector): Float64Array => {
  const { weights, scales, classes } = model;
  const margins = Float64Array.from(model.bias);
  for (let nth = 0; nth < at.length; nth += 1) {
    const feature = at[nth] ?? 0;
    const start = feature * classes;
    const factor = (value[nth] ?? 0) * (scales[feature] ?? 0);
    for (let k = 0; k < classes; k += 1) margins[k]! += factor * weights[start + k]!;
  }
  return margins;
};
