import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../../../../electron/dev/bench/detection/fit-logistic.ts';
import { Rng } from '../../../../../electron/engine/rng.ts';

/** Rows drawn from a logistic model with an intercept of -1 and the given weights. */
function draw(weights: readonly number[], n = 4000) {
  const rng = new Rng(7);
  const inputs = Array.from({ length: n }, () => weights.map(() => rng.float()));
  const outcomes = inputs.map((row) => {
    const z = row.reduce((sum, x, k) => sum + x * weights[k], -1);
    return rng.float() < 1 / (1 + Math.exp(-z));
  });
  return { inputs, outcomes };
}

describe('fitLogistic', () => {
  it('finds the weights that data were drawn with', () => {
    const { inputs, outcomes } = draw([3, -2]);
    const { weights, intercept, baseRate } = fitLogistic(inputs, outcomes, { ridge: 0.01, signs: [1, -1] });
    expect(weights[0]).toBeCloseTo(3, 0);
    expect(weights[1]).toBeCloseTo(-2, 0);
    expect(intercept).toBeCloseTo(-1, 0);
    expect(baseRate).toBeCloseTo(outcomes.filter(Boolean).length / outcomes.length, 4);
  });

  it('holds a weight at zero rather than turn its sign', () => {
    const { inputs, outcomes } = draw([3, -2]);
    const { weights } = fitLogistic(inputs, outcomes, { ridge: 0.01, signs: [1, 1] });
    expect(weights[0]).toBeGreaterThan(2);
    expect(weights[1]).toBe(0);
  });

  it('meets the condition of the optimum: the mean of the fitted chances is the base rate', () => {
    const { inputs, outcomes } = draw([1, 2], 500);
    const { weights, intercept, baseRate } = fitLogistic(inputs, outcomes, { ridge: 5, signs: [1, 1] });
    const chances = inputs.map(
      (row) => 1 / (1 + Math.exp(-row.reduce((z, x, k) => z + x * weights[k], intercept))),
    );
    expect(chances.reduce((sum, p) => sum + p, 0) / chances.length).toBeCloseTo(baseRate, 4);
  });
});
