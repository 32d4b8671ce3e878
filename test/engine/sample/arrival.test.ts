import { describe, expect, it } from 'vitest';
import { Rng } from '../../../electron/engine/rng.ts';
import { Clock, fillRun, gapUs, HOURS, spread } from '../../../electron/engine/sample/arrival.ts';

const HOUR_US = 3_600_000_000;

describe('Clock', () => {
  it('puts an office day where the zone has it', () => {
    const rng = new Rng(1);
    const clock = new Clock({ hours: HOURS.office, weekend: 0.1, offsetHours: 8 });
    const hours = Array.from({ length: 4_000 }, () => Math.floor(clock.timeOfDayUs(rng, 2) / HOUR_US));
    const atWork = hours.filter((hour) => hour + 8 >= 8 && hour + 8 < 18).length;
    expect(atWork / hours.length).toBeGreaterThan(0.75);
    expect(clock.load(5)).toBeLessThan(clock.load(2) * 0.4);
  });

  it('knows that the weekend begins earlier in the east', () => {
    const east = new Clock({ hours: HOURS.flat, weekend: 0, offsetHours: 9 });
    expect(east.load(4)).toBeCloseTo(15 / 24);
    expect(east.load(6)).toBeCloseTo(9 / 24);
  });
});

describe('spread', () => {
  it('keeps the total and respects the window', () => {
    const clock = new Clock({ hours: HOURS.flat, weekend: 1, offsetHours: 0 });
    const expected = spread(clock, 100, { startUs: 0, days: 10 }, 2.5 * 24 * HOUR_US, 6 * 24 * HOUR_US);
    expect(expected.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100);
    expect([...expected].map((value) => value > 0)).toEqual([0, 0, 1, 1, 1, 1, 0, 0, 0, 0].map(Boolean));
    expect(expected[2]).toBeCloseTo(expected[3]! / 2);
  });
});

describe('gaps', () => {
  it.each([
    { kind: 'weibull', meanGapS: 60, shape: 0.7 },
    { kind: 'gamma', meanGapS: 60, shape: 0.5 },
  ] as const)('$kind gaps have their mean', (pacing) => {
    const rng = new Rng(4);
    let sum = 0;
    for (let at = 0; at < 30_000; at++) sum += gapUs(rng, pacing) / 1e6;
    expect(Math.abs(sum / 30_000 / 60 - 1)).toBeLessThan(0.05);
  });

  it('fills a run in order and within it', () => {
    const times = fillRun(new Rng(2), 50, 1_000, 900_000, 2);
    expect(times).toHaveLength(50);
    expect([...times].sort((one, other) => one - other)).toEqual(times);
    expect(times[0]).toBeGreaterThanOrEqual(1_000);
    expect(times[49]).toBeLessThan(900_000);
  });
});
