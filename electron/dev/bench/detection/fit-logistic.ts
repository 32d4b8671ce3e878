import type { Logistic } from '../../../engine/analysis/model.ts';

const ROUNDS = 40;

/**
 * Weights of a logistic regression with a ridge penalty on standardised inputs, by Newton's method; given back for
 * inputs as they come. Rows of `inputs` are observations, all of one length.
 * @param ridge penalty on the square of each standardised weight; the intercept is free.
 */
export function fitLogistic(
  inputs: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  ridge: number,
): Logistic {
  const d = inputs[0].length;
  const mean = columnMeans(inputs, d);
  const spread = Array.from({ length: d }, (_, k) => {
    const square = inputs.reduce((sum, row) => sum + (row[k] - mean[k]) ** 2, 0);
    return Math.sqrt(square / inputs.length) || 1;
  });
  const rows = inputs.map((row) => [1, ...row.map((x, k) => (x - mean[k]) / spread[k])]);
  const w = new Array<number>(d + 1).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = w.map((weight, k) => (k === 0 ? 0 : -ridge * weight));
    const hessian = w.map((_, i) => w.map((__, j) => (i === j && i > 0 ? ridge : i === j ? 1e-9 : 0)));
    rows.forEach((x, r) => {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * w[k], 0)));
      const off = (outcomes[r] ? 1 : 0) - p;
      const curve = p * (1 - p) + 1e-9;
      for (let i = 0; i <= d; i++) {
        gradient[i] += x[i] * off;
        for (let j = 0; j <= i; j++) hessian[i][j] += curve * x[i] * x[j];
      }
    });
    for (let i = 0; i <= d; i++) for (let j = 0; j < i; j++) hessian[j][i] = hessian[i][j];
    const step = solve(hessian, gradient);
    for (let k = 0; k <= d; k++) w[k] += step[k];
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  const weights = spread.map((s, k) => round6(w[k + 1] / s));
  const intercept = round6(w[0] - mean.reduce((sum, m, k) => sum + (m * w[k + 1]) / spread[k], 0));
  return { weights, intercept, baseRate: round6(outcomes.filter(Boolean).length / outcomes.length) };
}

function columnMeans(rows: readonly (readonly number[])[], d: number): number[] {
  return Array.from({ length: d }, (_, k) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length);
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const m = matrix.map((row, i) => [...row, right[i]]);
  const n = m.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(m[r][i]) > Math.abs(m[pivot][i])) pivot = r;
    [m[i], m[pivot]] = [m[pivot], m[i]];
    for (let r = i + 1; r < n; r++) {
      const factor = m[r][i] / m[i][i];
      for (let c = i; c <= n; c++) m[r][c] -= factor * m[i][c];
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = m[i][n];
    for (let c = i + 1; c < n; c++) sum -= m[i][c] * x[c];
    x[i] = sum / m[i][i];
  }
  return x;
}

const round6 = (value: number) => Number(value.toPrecision(6));
