import { describe, expect, it } from 'vitest';
import { DAY_US, HOUR_US } from '../../../../electron/engine/analysis/coordination/bin-counts.ts';
import { registrationBatch } from '../../../../electron/engine/analysis/coordination/registration-batch.ts';
import { drawWithout } from '../../../../electron/engine/analysis/statistics/resampling.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { expectFalseAlarms } from './false-alarms.ts';

/** Sign-ups of a platform over 30 days, three times as many by day as by night. */
function platform(rng: Rng, count: number): Float64Array {
  const times = new Float64Array(count);
  for (let k = 0; k < count; ) {
    const timeUs = rng.between(0, 30 * DAY_US);
    const hour = Math.floor(timeUs / HOUR_US) % 24;
    if (hour >= 8 && hour < 20 ? true : rng.chance(1 / 3)) times[k++] = timeUs;
  }
  return times.sort();
}

describe('registrationBatch', () => {
  it('finds the window by hand', () => {
    // Ten sign-ups, a pattern of four, three of them within two hours in which one stranger signed up too.
    const hours = [0, 10, 20, 20.5, 21, 22, 40, 50, 60, 70];
    const times = hours.map((hour) => hour * HOUR_US);
    const found = registrationBatch(times, Uint32Array.of(0, 2, 4, 5), [2 * HOUR_US], new Rng(1));
    expect([...(found?.members ?? [])]).toEqual([2, 4, 5]);
    expect(found?.fromUs).toBe(20 * HOUR_US);
    expect(found?.toUs).toBe(22 * HOUR_US);
    expect(found?.expected).toBeCloseTo((4 * 4) / 10, 12);
    expect(found?.bits).toBeCloseTo((3 * Math.log(3 / 1.6) + Math.log(1 / 2.4)) / Math.LN2, 12);
  });

  it('sees a batch on a busy day, and not the busy day itself', () => {
    const rng = new Rng(6);
    const all = [
      ...platform(rng, 2000),
      ...Array.from({ length: 25 }, () => rng.between(12.4, 12.42) * DAY_US),
    ];
    const order = [...all.keys()].sort((one, other) => all[one] - all[other]);
    const times = order.map((k) => all[k]);
    const batch = Uint32Array.from([...order.keys()].filter((at) => order[at] >= 2000));
    const found = registrationBatch(times, batch, [HOUR_US, DAY_US], rng);
    expect(found?.p).toBe(1 / 1000);
    expect(found?.members.length).toBe(25);
    expect(found?.bits).toBeGreaterThan(100);

    const rush = [
      ...platform(rng, 500),
      ...Array.from({ length: 500 }, () => rng.between(9, 9.1) * DAY_US),
    ].sort((one, other) => one - other);
    const strangers = drawWithout(1000, 30, rng).sort();
    expect(registrationBatch(rush, strangers, [HOUR_US, DAY_US], rng)?.p).toBeGreaterThan(0.05);
  });

  it('raises false alarms at its level', () => {
    const times = platform(new Rng(1), 1500);
    expectFalseAlarms(200, (rng) => {
      const pattern = drawWithout(1500, 12, rng).sort();
      return registrationBatch(times, pattern, [HOUR_US, DAY_US], rng)?.p;
    });
  });

  it('says nothing of a single sign-up', () => {
    expect(registrationBatch([1, 2], Uint32Array.of(1), [1], new Rng(1))).toBeUndefined();
  });
});
