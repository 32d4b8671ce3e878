import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../../electron/engine/analysis/statistics/benjamini-hochberg.ts';
import {
  betaBinomialZ,
  fitBetaPrior,
  shrunkenRate,
} from '../../../../electron/engine/analysis/statistics/beta-prior.ts';
import { estimativeWord } from '../../../../electron/engine/analysis/statistics/estimative-word.ts';
import { applyIsotonic, fitIsotonic } from '../../../../electron/engine/analysis/statistics/isotonic.ts';
import {
  bitsToProbability,
  probabilityToBits,
} from '../../../../electron/engine/analysis/statistics/log-odds.ts';
import { percentileIn, quantileOf } from '../../../../electron/engine/analysis/statistics/percentile.ts';
import {
  drawWithout,
  resamplingP,
  sequentialP,
  shuffleInPlace,
} from '../../../../electron/engine/analysis/statistics/resampling.ts';
import { wilsonInterval } from '../../../../electron/engine/analysis/statistics/wilson.ts';
import { Rng } from '../../../../electron/engine/rng.ts';

describe('benjaminiHochberg', () => {
  it('adjusts by hand', () => {
    const found = benjaminiHochberg([0.01, 0.04, Number.NaN, 0.03, 0.005]);
    // m = 4: .005*4/1=.02, .01*4/2=.02, .03*4/3=.04, .04*4/4=.04
    const expected = [0.02, 0.04, Number.NaN, 0.04, 0.02];
    expected.forEach((q, i) => {
      if (Number.isNaN(q)) expect(found[i]).toBeNaN();
      else expect(found[i]).toBeCloseTo(q, 12);
    });
  });

  it('keeps the false discovery rate among 900 nulls and 100 effects', () => {
    const rng = new Rng(11);
    let share = 0;
    for (let round = 0; round < 200; round++) {
      const p = Array.from({ length: 1000 }, (_, i) => (i < 100 ? rng.float() * 1e-4 : rng.float()));
      const reported = [...benjaminiHochberg(p)].flatMap((q, i) => (q <= 0.1 ? [i] : []));
      share += reported.filter((i) => i >= 100).length / reported.length / 200;
    }
    // Exactly 0.1 * 900 / 1000 under independence.
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.1);
  });
});

describe('beta prior', () => {
  it('recovers the distribution it was drawn from', () => {
    const rng = new Rng(5);
    const trials = Array.from({ length: 3000 }, () => rng.int(20, 200));
    const successes = trials.map((n) => {
      const one = rng.gamma(2, 2);
      const rate = one / (one + rng.gamma(8, 8));
      let hits = 0;
      for (let k = 0; k < n; k++) if (rng.chance(rate)) hits++;
      return hits;
    });
    const { alpha, beta } = fitBetaPrior(successes, trials);
    expect(alpha).toBeCloseTo(2, 0);
    expect(beta / 8).toBeCloseTo(1, 1);
  });

  it('shrinks few trials to the prior and leaves many where they are', () => {
    const prior = { alpha: 1, beta: 9 };
    expect(shrunkenRate(1, 1, prior)).toBeCloseTo(2 / 11, 12);
    expect(shrunkenRate(5000, 10_000, prior)).toBeCloseTo(0.5, 2);
  });

  it('measures distance by hand', () => {
    // p = .1, rho = 1/11, n = 10: mean 1, variance .9 (1 + 9/11) = 1.63636...
    expect(betaBinomialZ(4, 10, { alpha: 1, beta: 9 })).toBeCloseTo(3 / Math.sqrt((0.9 * 20) / 11), 12);
    expect(betaBinomialZ(0, 0, { alpha: 1, beta: 9 })).toBe(0);
  });

  it('is proper and finite for every cohort', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 20 }), (rows) => {
        const { alpha, beta } = fitBetaPrior(
          rows.map(([one, other]) => Math.min(one, other)),
          rows.map(([one, other]) => Math.max(one, other)),
        );
        return alpha > 0 && beta > 0 && Number.isFinite(alpha + beta);
      }),
      { seed: 1 },
    );
  });
});

describe('isotonic', () => {
  it('pools violators by hand', () => {
    const curve = fitIsotonic([1, 2, 3, 4, 5], [1, 3, 2, 2, 5]);
    expect(curve.x).toEqual([1, 2, 4, 5]);
    [1, 7 / 3, 7 / 3, 5].forEach((level, k) => {
      expect(curve.y[k]).toBeCloseTo(level, 12);
    });
    expect(applyIsotonic(curve, 3)).toBeCloseTo(7 / 3, 12);
    expect(applyIsotonic(curve, 4.5)).toBeCloseTo((7 / 3 + 5) / 2, 12);
    expect(applyIsotonic(curve, -9)).toBe(1);
    expect(applyIsotonic(curve, 9)).toBe(5);
    expect(applyIsotonic({ x: [], y: [] }, 1)).toBeNaN();
  });

  it('averages points of one x, by weight', () => {
    expect(fitIsotonic([1, 1, 2], [0, 1, 0.9], [3, 1, 1])).toEqual({ x: [1, 2], y: [0.25, 0.9] });
  });

  it('never falls, keeps the weighted mean, and beats any level line', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
        const x = points.map(([at]) => at);
        const y = points.map(([, level]) => level);
        const curve = fitIsotonic(x, y);
        const fitted = x.map((at) => applyIsotonic(curve, at));
        const mean = y.reduce((sum, level) => sum + level, 0) / y.length;
        expect(curve.x.every((at, k) => k === 0 || at > curve.x[k - 1])).toBe(true);
        expect(curve.y.every((level, k) => k === 0 || level >= curve.y[k - 1])).toBe(true);
        expect(fitted.reduce((sum, level) => sum + level, 0) / y.length).toBeCloseTo(mean, 9);
        const loss = (levels: readonly number[]) =>
          levels.reduce((sum, level, i) => sum + (level - y[i]) ** 2, 0);
        expect(loss(fitted)).toBeLessThanOrEqual(loss(y.map(() => mean)) + 1e-9);
      }),
      { seed: 1 },
    );
  });
});

describe('log-odds and words', () => {
  it('go there and back', () => {
    expect(bitsToProbability(4)).toBeCloseTo(16 / 17, 12);
    for (const p of [0.001, 0.3, 0.5, 0.99]) {
      expect(bitsToProbability(probabilityToBits(p))).toBeCloseTo(p, 12);
    }
    expect(bitsToProbability(-5000)).toBe(0);
    expect(bitsToProbability(5000)).toBe(1);
  });

  it.each([
    [0, 'almost no chance'],
    [0.05, 'almost no chance'],
    [0.0501, 'very unlikely'],
    [0.2, 'very unlikely'],
    [0.21, 'unlikely'],
    [0.4499, 'unlikely'],
    [0.45, 'roughly even'],
    [0.55, 'roughly even'],
    [0.551, 'likely'],
    [0.8, 'very likely'],
    [0.9499, 'very likely'],
    [0.95, 'almost certain'],
    [1, 'almost certain'],
  ])('calls %d %s', (p, word) => {
    expect(estimativeWord(p)).toBe(word);
  });

  it('refuses what is no probability', () => {
    expect(() => estimativeWord(Number.NaN)).toThrow(RangeError);
    expect(() => estimativeWord(1.01)).toThrow(RangeError);
  });
});

describe('wilsonInterval', () => {
  it('matches a published example', () => {
    // 81 of 263: .2553 to .3662 (Newcombe 1998, table I).
    const [low, high] = wilsonInterval(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
    expect(wilsonInterval(0, 20)[0]).toBe(0);
    expect(wilsonInterval(0, 20)[1]).toBeCloseTo(0.1611, 4);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});

describe('percentile', () => {
  it('gives ties the middle', () => {
    const cohort = [1, 2, 2, 2, 5];
    expect(percentileIn(cohort, 2)).toBeCloseTo(0.5, 12);
    expect(percentileIn(cohort, 0)).toBe(0);
    expect(percentileIn(cohort, 9)).toBe(1);
    expect(percentileIn(cohort, 3)).toBeCloseTo(0.8, 12);
    expect(percentileIn([], 3)).toBeNaN();
  });

  it('finds quantiles between ranks', () => {
    expect(quantileOf([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantileOf([1, 2, 3, 4], 1)).toBe(4);
  });
});

describe('resampling', () => {
  it('never gives 0', () => {
    expect(resamplingP(0, 99)).toBe(0.01);
    expect(resamplingP(99, 99)).toBe(1);
  });

  it('stops drawing with the tenth draw as extreme, and makes all where few are', () => {
    let made = 0;
    // Every second draw: the tenth as extreme is the twentieth.
    expect(sequentialP(1999, () => ++made % 2 === 0)).toBe(0.5);
    expect(made).toBe(20);
    made = 0;
    expect(sequentialP(1999, () => ++made % 1000 === 0)).toBe(2 / 2000);
    expect(made).toBe(1999);
  });

  it('rejects by early stopping no more often than stated where nothing is there', () => {
    const rng = new Rng(7);
    const runs = 4000;
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const observed = rng.float();
      if (sequentialP(499, () => rng.float() >= observed) <= 0.05) rejected++;
    }
    // Five standard deviations around 5 %.
    expect(Math.abs(rejected / runs - 0.05)).toBeLessThan(5 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it('shuffles only the range, uniformly', () => {
    const rng = new Rng(1);
    const seen = new Map<string, number>();
    for (let k = 0; k < 6000; k++) {
      const list = [9, 1, 2, 3, 8];
      shuffleInPlace(list, rng, 1, 3);
      expect([list[0], list[4]]).toEqual([9, 8]);
      seen.set(list.join(), (seen.get(list.join()) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
  });

  it('draws without putting back, each as often', () => {
    const rng = new Rng(2);
    const times = new Uint32Array(10);
    for (let k = 0; k < 5000; k++) {
      const drawn = drawWithout(10, 4, rng);
      expect(new Set(drawn).size).toBe(4);
      for (const value of drawn) times[value]++;
    }
    for (const count of times) expect(Math.abs(count - 2000)).toBeLessThan(200);
    expect(() => drawWithout(3, 4, rng)).toThrow(RangeError);
  });
});
