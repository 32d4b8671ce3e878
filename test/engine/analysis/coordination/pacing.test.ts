import { describe, expect, it } from 'vitest';
import { binCounts, DAY_US, HOUR_US } from '../../../../electron/engine/analysis/coordination/bin-counts.ts';
import {
  dailyRhythm,
  longestIdlePerDay,
  weekdayOf,
} from '../../../../electron/engine/analysis/coordination/daily-rhythm.ts';
import {
  burstiness,
  entropyBits,
  gapEntropy,
  gapsOf,
} from '../../../../electron/engine/analysis/coordination/pacing.ts';
import { Rng } from '../../../../electron/engine/rng.ts';

describe('binCounts', () => {
  it('leaves out what lies outside or has no time', () => {
    expect([...binCounts([9, 10, 14, 15, 29, 30, Number.NaN], 10, 5, 4)]).toEqual([2, 1, 0, 1]);
  });
});

describe('burstiness', () => {
  it('is -1 for equal gaps and follows the formula by hand', () => {
    expect(burstiness([5, 5, 5, 5])).toBeCloseTo(-1, 12);
    // Gaps 1, 3: mean 2, sd 1, r = .5, n = 2.
    const expected = (Math.sqrt(3) * 0.5 - 1) / ((Math.sqrt(3) - 2) * 0.5 + 1);
    expect(burstiness([1, 3])).toBeCloseTo(expected, 12);
    expect(burstiness([7])).toBeNaN();
    expect(burstiness([0, 0])).toBeNaN();
  });

  it('is 1 for the most uneven gaps there are, whatever their number', () => {
    for (const n of [3, 10, 200]) {
      const gaps = new Float64Array(n);
      gaps[0] = 1;
      expect(burstiness(gaps)).toBeCloseTo((Math.sqrt(n + 1) - 1) / (Math.sqrt(n + 1) - 1), 9);
    }
  });

  it('is about 0 for a Poisson stream, also a short one', () => {
    const rng = new Rng(3);
    for (const n of [8, 40, 400]) {
      let sum = 0;
      for (let k = 0; k < 400; k++) {
        sum += burstiness(Array.from({ length: n }, () => rng.exponential(1))) / 400;
      }
      expect(Math.abs(sum)).toBeLessThan(0.05);
    }
  });
});

describe('entropies', () => {
  it('count by hand', () => {
    expect(entropyBits([2, 1, 1, 0])).toBeCloseTo(1.5, 12);
    expect(entropyBits([0, 0])).toBeNaN();
    // 1 s and 1.02 s lie in one octave of milliseconds (512 to 1024), 3 s in another.
    expect(gapEntropy([1e6, 1.02e6])).toBe(0);
    expect(gapEntropy([1e6, 3e6])).toBeCloseTo(1 / 5, 12);
    expect(gapEntropy([0, 1])).toBe(0);
    expect([...gapsOf([1, 4, 9])]).toEqual([3, 5]);
    expect(gapsOf([]).length).toBe(0);
  });
});

describe('dailyRhythm', () => {
  it('is flat round the clock, and a point at one hour', () => {
    const flat = dailyRhythm(Array.from({ length: 24 * 7 }, (_, k) => k * HOUR_US));
    expect(flat.hourEntropy).toBeCloseTo(1, 12);
    expect(flat.concentration).toBeCloseTo(0, 12);
    expect(flat.weekendRatio).toBeCloseTo(1, 12);
    const nightly = dailyRhythm([2 * HOUR_US, DAY_US + 2 * HOUR_US]);
    expect(nightly.hourEntropy).toBe(0);
    expect(nightly.concentration).toBeCloseTo(1, 12);
    expect([...nightly.hours].indexOf(2)).toBe(2);
    expect(dailyRhythm([0, 6 * HOUR_US]).concentration).toBeCloseTo(Math.SQRT1_2, 12);
    expect(dailyRhythm([Number.NaN]).hourEntropy).toBeNaN();
  });

  it('knows weekends', () => {
    // 2026-09-12 is a Saturday.
    expect(weekdayOf(Date.UTC(2026, 8, 12) / 86_400_000)).toBe(5);
    expect(dailyRhythm([Date.UTC(2026, 8, 12) * 1000]).weekendRatio).toBeCloseTo(3.5, 12);
  });
});

describe('longestIdlePerDay', () => {
  it('cuts stretches at midnight and counts empty days whole', () => {
    const times = [6 * HOUR_US, 20 * HOUR_US, 2 * DAY_US + HOUR_US];
    expect([...longestIdlePerDay(times)].map((gap) => gap / HOUR_US)).toEqual([14, 24, 23]);
    expect(longestIdlePerDay([]).length).toBe(0);
  });
});
