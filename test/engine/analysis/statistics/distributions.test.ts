import { describe, expect, it } from 'vitest';
import {
  chiSquareCdf,
  chiSquareSurvival,
} from '../../../../electron/engine/analysis/statistics/chi-square.ts';
import {
  lowerIncompleteGamma,
  upperIncompleteGamma,
} from '../../../../electron/engine/analysis/statistics/incomplete-gamma.ts';
import { logGamma } from '../../../../electron/engine/analysis/statistics/log-gamma.ts';
import { normalCdf, normalSurvival } from '../../../../electron/engine/analysis/statistics/normal.ts';
import {
  poissonLowerTail,
  poissonUpperTail,
} from '../../../../electron/engine/analysis/statistics/poisson.ts';

function expectClose(found: number, expected: number, relative = 1e-10): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
}

describe('logGamma', () => {
  it('is the logarithm of a factorial', () => {
    let sum = 0;
    for (let n = 1; n <= 170; n++) {
      if (n > 2) sum += Math.log(n - 1);
      if (n > 2) expectClose(logGamma(n), sum, 1e-12);
    }
  });

  it('knows the half and values near zero', () => {
    expectClose(logGamma(0.5), 0.5 * Math.log(Math.PI), 1e-12);
    expectClose(logGamma(1e-3), Math.log(999.4237724845955), 1e-12);
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});

describe('incomplete gamma', () => {
  it('sums to one on both sides of the switch', () => {
    for (const a of [0.5, 1, 3, 40, 1000]) {
      for (const factor of [0.1, 0.9, 1, 1.1, 3]) {
        expect(lowerIncompleteGamma(a, a * factor) + upperIncompleteGamma(a, a * factor)).toBeCloseTo(1, 12);
      }
    }
  });

  it('is exponential for a = 1', () => {
    for (const x of [0.01, 1, 2, 30, 600]) expectClose(upperIncompleteGamma(1, x), Math.exp(-x), 1e-12);
  });
});

describe('Poisson tails', () => {
  it('equal the sums of the mass function', () => {
    for (const mean of [0.3, 4, 35]) {
      let mass = Math.exp(-mean);
      let sum = mass;
      for (let k = 0; k <= 60; k++) {
        expectClose(poissonLowerTail(k, mean), sum, 1e-11);
        expect(poissonUpperTail(k + 1, mean)).toBeCloseTo(1 - sum, 12);
        mass *= mean / (k + 1);
        sum += mass;
      }
    }
  });

  it('keep far tails', () => {
    expectClose(poissonLowerTail(0, 600), Math.exp(-600));
    // The first term of P(X >= 50) for mean 1 is e^-1 / 50!, the rest adds 1/51 + 1/(51 52) + ...
    const first = Math.exp(-1 - logGamma(51));
    expectClose(poissonUpperTail(50, 1), first * (1 + 1 / 51 + 1 / (51 * 52) + 1 / (51 * 52 * 53)), 1e-6);
  });

  it('are certain at the ends', () => {
    expect(poissonUpperTail(0, 5)).toBe(1);
    expect(poissonLowerTail(-1, 5)).toBe(0);
    expect(poissonUpperTail(1, 0)).toBe(0);
    expect(poissonLowerTail(0, 0)).toBe(1);
  });
});

describe('chi-square and normal', () => {
  it('match tabled critical values', () => {
    expect(chiSquareSurvival(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareSurvival(18.30703805327515, 10)).toBeCloseTo(0.05, 12);
    expect(chiSquareCdf(18.30703805327515, 10)).toBeCloseTo(0.95, 12);
    expect(normalSurvival(1.959963984540054)).toBeCloseTo(0.025, 12);
    expect(normalCdf(-1.6448536269514722)).toBeCloseTo(0.05, 12);
    expect(normalCdf(0)).toBe(0.5);
  });

  it('agree: a squared normal is chi-square with one degree', () => {
    for (const z of [0.2, 1, 3, 8]) expectClose(chiSquareSurvival(z * z, 1), 2 * normalSurvival(z), 1e-12);
    expectClose(normalSurvival(10), 7.619853024160527e-24, 1e-9);
  });
});
