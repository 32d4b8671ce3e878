import type { Logistic } from '../../../engine/analysis/model.ts';

const ROUNDS = 2000;
const SETTLED = 1e-7;

export interface FitOptions {
  /** Penalty on the square of each weight of a standardised input; the intercept is free. */
  readonly ridge: number;
  /** What is known beforehand of each input: 1 may only speak for, -1 only against. */
  readonly signs: readonly (1 | -1)[];
}

/**
 * Weights of a logistic regression with a ridge penalty and signs given beforehand, by coordinate descent: one
 * weight at a time takes a step of Newton, no longer than 1, and is held
 * at 0 where the step would turn its sign. Given back for inputs as they come. Rows of `inputs` are observations,
 * all of one length.
 */
export function fitLogistic(
  inputs: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  { ridge, signs }: FitOptions,
): Logistic {
  const n = inputs.length;
  const columns = signs.map((_, k) => standardised(inputs, k));
  const w = new Float64Array(signs.length);
  const z = new Float64Array(n);
  let intercept = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    const free = newton(z, outcomes, null, 0, 0);
    intercept += free;
    for (let i = 0; i < n; i++) z[i] += free;
    columns.forEach(({ values }, k) => {
      const wanted = w[k] + newton(z, outcomes, values, ridge, w[k]);
      const held = signs[k] * Math.max(0, signs[k] * wanted);
      const step = held - w[k];
      if (step === 0) return;
      w[k] = held;
      for (let i = 0; i < n; i++) z[i] += step * values[i];
      moved = Math.max(moved, Math.abs(step));
    });
    if (moved < SETTLED && Math.abs(free) < SETTLED) break;
  }
  return {
    weights: columns.map(({ spread }, k) => round6(w[k] / spread)),
    intercept: round6(columns.reduce((sum, { mean, spread }, k) => sum - (mean * w[k]) / spread, intercept)),
    baseRate: round6(outcomes.filter(Boolean).length / n),
  };
}

/** Newton's step of one weight (of the intercept where `values` is null), at most 1 either way. */
function newton(
  z: Float64Array,
  outcomes: readonly boolean[],
  values: Float64Array | null,
  ridge: number,
  weight: number,
): number {
  let gradient = -ridge * weight;
  let curve = ridge + 1e-9;
  for (let i = 0; i < z.length; i++) {
    const x = values ? values[i] : 1;
    const p = 1 / (1 + Math.exp(-z[i]));
    gradient += x * ((outcomes[i] ? 1 : 0) - p);
    curve += x * x * p * (1 - p);
  }
  return Math.max(-1, Math.min(1, gradient / curve));
}

function standardised(rows: readonly (readonly number[])[], k: number) {
  const mean = rows.reduce((sum, row) => sum + row[k], 0) / rows.length;
  const square = rows.reduce((sum, row) => sum + (row[k] - mean) ** 2, 0);
  const spread = Math.sqrt(square / rows.length) || 1;
  return { mean, spread, values: Float64Array.from(rows, (row) => (row[k] - mean) / spread) };
}

const round6 = (value: number) => Number(value.toPrecision(6));
