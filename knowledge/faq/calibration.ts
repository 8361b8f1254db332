/** Logistic regression over a few numbers: turns scores into a probability. The last weight stands alone. */
export type Calibration = readonly number[];

export interface Observation {
  readonly inputs: readonly number[];
  readonly right: boolean;
}

export const probability = (calibration: Calibration, inputs: readonly number[]): number => {
  const sum = inputs.reduce(
    (total, input, at) => total + input * (calibration[at] ?? 0),
    calibration.at(-1) ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
};

const ridge = 1e-3;

/** Fits by plain gradient descent with a falling step: a handful of weights, so speed does not matter. */
export const fitCalibration = (observations: readonly Observation[], inputs: number): Calibration => {
  const weights = Array.from({ length: inputs + 1 }, () => 0);
  const momentum = weights.map(() => 0);
  for (let round = 0; round < 2000; round += 1) {
    const slope = weights.map((weight, at) => (at < inputs ? ridge * weight : 0));
    for (const { inputs: row, right } of observations) {
      const miss = (probability(weights, row) - (right ? 1 : 0)) / observations.length;
      for (let at = 0; at <= inputs; at += 1) slope[at]! += miss * (row[at] ?? 1);
    }
    for (let at = 0; at <= inputs; at += 1) {
      momentum[at] = 0.9 * momentum[at]! - 0.3 * slope[at]!;
      weights[at]! += momentum[at]!;
    }
  }
  return weights;
};
