import { describe, expect, it } from 'vitest';
import { DAY_US, HOUR_US } from '../../../../electron/engine/analysis/coordination/bin-counts.ts';
import { machinePacing } from '../../../../electron/engine/analysis/signals/s8-machine-pacing.ts';
import { accountsAbove, onePopulation } from './one-population.ts';
import { tiny } from './tiny.ts';

const START_US = 20_000 * DAY_US;
const at = (account: string, timesUs: readonly number[]) =>
  timesUs.map((timeUs) => ({ account, timeUs: START_US + timeUs }));

describe('machine pacing', () => {
  const everyHalfHour = at(
    'clock',
    Array.from({ length: 192 }, (_, k) => (k * HOUR_US) / 2),
  );

  it('is near 1 for a clock', () => {
    const { values, n, detail } = machinePacing.accounts!(tiny(everyHalfHour));
    // Regular 1, alike 1, flat 1, and half an hour of rest a day.
    expect(values[0]).toBeCloseTo((3 + 1 - 0.5 / 24) / 4, 12);
    expect(n[0]).toBe(192);
    expect(detail(0)).toBe(
      '192 timed requests: burstiness -1.00 (-1 regular, 0 random, 1 in bursts), gap entropy 0.00, hour-of-day entropy 1.00 (1 is flat), on average 0.5 hours without a request a day at a stretch.',
    );
  });

  it('is low for bursts in one hour of the day, and asks for 50 timed requests', () => {
    const bursts = at(
      'person',
      Array.from({ length: 60 }, (_, k) => (k % 4) * DAY_US + 9 * HOUR_US + k ** 3 * 1e4),
    );
    const { values } = machinePacing.accounts!(
      tiny([
        ...everyHalfHour,
        ...bursts,
        ...everyHalfHour.slice(0, 49).map((one) => ({ ...one, account: 'few' })),
      ]),
    );
    expect(values[1]).toBeNaN();
    expect(values[2]).toBeLessThan(0.3);
  });

  it('is off without times and for less than three days', () => {
    expect(machinePacing.disabled(tiny(everyHalfHour))).toBeNull();
    expect(machinePacing.disabled(tiny([{ account: 'a' }]))).toMatch(/^No request has a time/);
    expect(machinePacing.disabled(tiny(everyHalfHour.slice(0, 96)))).toMatch(/cover 2 days/);
  });

  it('raises no more alarms in one population than stated', () => {
    const context = onePopulation(
      7,
      (rng) => rng.between(0, 16),
      (rng, from) => ({
        timeUs: Math.floor(START_US + rng.int(0, 13) * DAY_US + (from + rng.between(0, 8)) * HOUR_US),
      }),
    );
    expect(accountsAbove(machinePacing, context)).toBeGreaterThan(0.03);
    expect(accountsAbove(machinePacing, context)).toBeLessThan(0.18);
  });
});
