import { describe, expect, it } from 'vitest';
import { HOUR_US } from '../../../../electron/engine/analysis/coordination/bin-counts.ts';
import { synchronisedLoad } from '../../../../electron/engine/analysis/coordination/synchronised-load.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { expectFalseAlarms } from './false-alarms.ts';

/** Hourly counts of independent tenants: office hours, quiet weekends, a batch at 2 and a release on day 5. */
function tenants(rng: Rng, accounts: number, days: number, release: number): number[][] {
  return Array.from({ length: accounts }, () =>
    Array.from({ length: 24 * days }, (_, t) => {
      const hour = t % 24;
      const day = Math.floor(t / 24);
      let rate = hour >= 8 && hour < 18 ? 12 : 3;
      if (hour === 2) rate += 40;
      if (day % 7 >= 5) rate *= 0.3;
      if (day === 5) rate *= release;
      return rng.poisson(rate);
    }),
  );
}

describe('synchronisedLoad', () => {
  it('is near 1 for one job queue behind many accounts', () => {
    const rng = new Rng(1);
    const jobs = Array.from({ length: 24 * 14 }, () => rng.gamma(0.6, 100));
    const counts = Array.from({ length: 10 }, () => jobs.map((rate) => rng.poisson(rate)));
    const found = synchronisedLoad({ counts, binUs: HOUR_US, reference: tenants(rng, 50, 14, 1) }, rng);
    expect(found?.meanCorrelation).toBeGreaterThan(0.9);
    expect(found?.p).toBe(1 / 2000);
    expect(found?.rhythm).toBe('hour of week');
  });

  it('has the correlation of two series by hand', () => {
    // One bin a day, 4 days, mean removed: (-2, 0, 0, 2) and (-1, -1, 1, 1): 4 / (sqrt 8 * 2).
    const counts = [
      [1, 3, 3, 5],
      [0, 0, 2, 2],
    ];
    const found = synchronisedLoad({ counts, binUs: 24 * HOUR_US, reference: [] }, new Rng(1));
    expect(found?.meanCorrelation).toBeCloseTo(4 / (Math.sqrt(8) * 2), 12);
    expect(found?.rhythm).toBe('hour of day');
  });

  it('takes shared hours, a common batch and a release day of the whole cohort away', () => {
    const rng = new Rng(2);
    const counts = tenants(rng, 20, 14, 3);
    const found = synchronisedLoad({ counts, binUs: HOUR_US, reference: tenants(rng, 200, 14, 3) }, rng);
    expect(Math.abs(found?.meanCorrelation ?? 1)).toBeLessThan(0.02);
    const alone = synchronisedLoad({ counts, binUs: HOUR_US, reference: [] }, rng);
    expect(alone?.meanCorrelation).toBeGreaterThan(0.1);
  });

  it('raises no more false alarms than stated, with weekends and with fewer days than two weeks', () => {
    for (const days of [7, 21]) {
      expectFalseAlarms(
        60,
        (rng) => {
          const counts = tenants(rng, 6, days, 3);
          const reference = tenants(rng, 25, days, 3);
          return synchronisedLoad({ counts, binUs: HOUR_US, reference }, rng)?.p;
        },
        { conservative: true },
      );
    }
  });

  it('raises false alarms at its level for independent accounts without a cohort', () => {
    expectFalseAlarms(100, (rng) => {
      const counts = tenants(rng, 6, 14, 1);
      return synchronisedLoad({ counts, binUs: HOUR_US, reference: [] }, rng)?.p;
    });
  });

  it('says nothing on too little', () => {
    const rng = new Rng(1);
    const input = (counts: number[][]) => ({ counts, binUs: HOUR_US, reference: [] });
    expect(synchronisedLoad(input(tenants(rng, 5, 3, 1)), rng)).toBeUndefined();
    expect(synchronisedLoad(input([tenants(rng, 1, 7, 1)[0], new Array(168).fill(4)]), rng)).toBeUndefined();
    expect(synchronisedLoad(input([]), rng)).toBeUndefined();
  });
});
