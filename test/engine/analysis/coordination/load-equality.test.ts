import { describe, expect, it } from 'vitest';
import { HOUR_US } from '../../../../electron/engine/analysis/coordination/bin-counts.ts';
import { loadEquality } from '../../../../electron/engine/analysis/coordination/load-equality.ts';
import { chiSquareCdf } from '../../../../electron/engine/analysis/statistics/chi-square.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { expectFalseAlarms } from './false-alarms.ts';

describe('loadEquality', () => {
  it('counts by hand', () => {
    // Four accounts; bins 0 and 3 are the ends of the day. Bin 1: 1 2 3 2, mean 2, squares about it 2; bin 2: 0 4 4 0.
    const counts = [
      [1, 1, 0, 1],
      [1, 2, 4, 1],
      [1, 3, 4, 1],
      [1, 2, 0, 1],
    ];
    const found = loadEquality(counts, 6 * HOUR_US);
    expect(found?.varianceToMean).toBeCloseTo((2 / 2 + 16 / 2) / 6, 12);
    expect(found?.p).toBeCloseTo(chiSquareCdf(9, 6), 12);
    expect(found?.bins).toBe(2);
    expect(found?.counts).toBe(8);
  });

  it('is near 0 for a dispatcher that takes turns, about 1 for a random one, above for stickiness', () => {
    const rng = new Rng(4);
    const K = 8;
    const of = (dispatch: (job: number) => number) => {
      const counts = Array.from({ length: K }, () => new Float64Array(24 * 7));
      let job = 0;
      for (let t = 0; t < 24 * 7; t++) {
        for (let jobs = rng.poisson(80); jobs > 0; jobs--) counts[dispatch(job++)][t]++;
      }
      return loadEquality(counts, HOUR_US);
    };
    const turns = of((job) => job % K);
    expect(turns?.varianceToMean).toBeLessThan(0.05);
    expect(turns?.p).toBeLessThan(1e-100);
    expect(of(() => rng.int(0, K - 1))?.varianceToMean).toBeCloseTo(1, 1);
    expect(of((job) => Math.floor(job / 30) % K)?.varianceToMean).toBeGreaterThan(2);
  });

  it('raises no more false alarms than stated, at busy and at sparse accounts', () => {
    for (const rate of [6, 0.4]) {
      expectFalseAlarms(
        600,
        (rng) => {
          const counts = Array.from({ length: 8 }, () => Array.from({ length: 96 }, () => rng.poisson(rate)));
          return loadEquality(counts, HOUR_US)?.p;
        },
        { conservative: rate < 1 },
      );
    }
  });

  it('says nothing with three accounts, or none at work inside a day', () => {
    const busy = new Array(24).fill(3);
    expect(loadEquality([busy, busy, busy], HOUR_US)).toBeUndefined();
    const once = new Array(24).fill(0).with(5, 9);
    expect(loadEquality([once, once, once, once], HOUR_US)).toBeUndefined();
    expect(loadEquality([], HOUR_US)).toBeUndefined();
  });
});
