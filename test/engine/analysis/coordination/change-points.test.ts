import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countDispersion,
  findChangePoints,
} from '../../../../electron/engine/analysis/coordination/change-points.ts';
import { Rng } from '../../../../electron/engine/rng.ts';

/** Optimal partition by trying every division, with the same cost and penalty. */
function bestCost(counts: readonly number[], dispersion: number): number {
  const n = counts.length;
  const penalty = 3 * Math.log(Math.max(2, n));
  let least = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 2 ** (n - 1); mask++) {
    least = Math.min(least, costOf(counts, dispersion, cutsOf(mask, n), penalty));
  }
  return least;
}

const cutsOf = (mask: number, n: number) =>
  Array.from({ length: n - 1 }, (_, k) => k + 1).filter((t) => (mask >> (t - 1)) & 1);

function costOf(
  counts: readonly number[],
  dispersion: number,
  cuts: readonly number[],
  penalty: number,
): number {
  const bounds = [0, ...cuts, counts.length];
  let cost = cuts.length * penalty;
  for (let k = 0; k + 1 < bounds.length; k++) {
    const part = counts.slice(bounds[k], bounds[k + 1]);
    const sum = part.reduce((total, count) => total + count, 0);
    if (sum > 0) cost -= (2 * sum * Math.log(sum / part.length)) / dispersion;
  }
  return cost;
}

describe('findChangePoints', () => {
  it('finds a step and the means on both sides', () => {
    const counts = [...new Array(10).fill(4), ...new Array(8).fill(30), ...new Array(6).fill(0)];
    expect(findChangePoints(counts, 1)).toEqual({ at: [10, 18], means: [4, 30, 0] });
  });

  it('is as good as the best of all divisions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(1, 3),
        (counts, dispersion) => {
          const penalty = 3 * Math.log(Math.max(2, counts.length));
          const { at } = findChangePoints(counts, dispersion);
          expect(costOf(counts, dispersion, at, penalty)).toBeCloseTo(bestCost(counts, dispersion), 6);
        },
      ),
      { seed: 1 },
    );
  });

  it('raises a false alarm on few steady series, Poisson or far more uneven', () => {
    let alarms = 0;
    let uneven = 0;
    for (let world = 0; world < 400; world++) {
      const rng = new Rng(world);
      const steady = Array.from({ length: 45 }, () => rng.poisson(40));
      if (findChangePoints(steady, countDispersion(steady)).at.length > 0) alarms++;
      const bursty = Array.from({ length: 45 }, () => rng.poisson(rng.gamma(4, 40)));
      if (findChangePoints(bursty, countDispersion(bursty)).at.length > 0) uneven++;
    }
    expect(alarms / 400).toBeLessThan(0.05);
    expect(uneven / 400).toBeLessThan(0.1);
  });

  it('is empty for an empty or a silent series', () => {
    expect(findChangePoints([], 1)).toEqual({ at: [], means: [0] });
    expect(findChangePoints([0, 0, 0], 1)).toEqual({ at: [], means: [0] });
  });
});

describe('countDispersion', () => {
  it('is about 1 for Poisson counts, the factor for uneven ones, and unmoved by a step', () => {
    const rng = new Rng(8);
    const steady = Array.from({ length: 4000 }, () => rng.poisson(50));
    expect(countDispersion(steady)).toBeCloseTo(1, 1);
    const uneven = Array.from({ length: 4000 }, () => 9 * rng.poisson(50));
    expect(countDispersion(uneven) / 9).toBeCloseTo(1, 1);
    const step = Array.from({ length: 40 }, (_, t) => rng.poisson(t < 20 ? 10 : 200));
    expect(countDispersion(step)).toBeLessThan(2);
    expect(countDispersion([])).toBe(1);
  });
});
