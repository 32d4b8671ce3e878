import { describe, expect, it } from 'vitest';
import { DAY_US, HOUR_US } from '../../../../electron/engine/analysis/coordination/bin-counts.ts';
import { weekdayOf } from '../../../../electron/engine/analysis/coordination/daily-rhythm.ts';
import {
  type ModelShift,
  releasePivot,
} from '../../../../electron/engine/analysis/coordination/release-pivot.ts';
import { timelineAlignment } from '../../../../electron/engine/analysis/coordination/timeline-alignment.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { expectFalseAlarms } from './false-alarms.ts';

/** A Monday. */
const START = 4 * DAY_US;

describe('timelineAlignment', () => {
  it('sees changes a few hours after events', () => {
    const events = [3, 10, 24, 36].map((day) => START + day * DAY_US + 9 * HOUR_US);
    const changes = [START + DAY_US, ...events.map((timeUs) => timeUs + 6 * HOUR_US)];
    const found = timelineAlignment(changes, events, START, START + 60 * DAY_US, new Rng(1));
    expect(found?.meanDistanceUs).toBe(6 * HOUR_US);
    expect(found?.p).toBeLessThan(0.01);
    expect(found?.events).toBe(4);
  });

  it('counts distances by hand, a week at most, and leaves events outside out', () => {
    const changes = [START + 2 * DAY_US];
    const events = [START - DAY_US, START + 4 * DAY_US, START + 20 * DAY_US];
    const found = timelineAlignment(changes, events, START, START + 28 * DAY_US, new Rng(1));
    expect(found?.events).toBe(2);
    expect(found?.meanDistanceUs).toBe(((2 + 7) / 2) * DAY_US);
    expect(timelineAlignment([], events, START, START + DAY_US, new Rng(1))).toBeUndefined();
    expect(timelineAlignment(changes, [0], START, START + DAY_US, new Rng(1))).toBeUndefined();
  });

  it('raises no more false alarms than stated, also where both keep to working days', () => {
    const workday = (rng: Rng): number => {
      const timeUs = START + rng.int(0, 55) * DAY_US + rng.int(8, 17) * HOUR_US;
      return weekdayOf(Math.floor(timeUs / DAY_US)) < 5 ? timeUs : workday(rng);
    };
    expectFalseAlarms(
      150,
      (rng) => {
        const changes = Array.from({ length: 3 }, () => workday(rng));
        const events = Array.from({ length: 4 }, () => workday(rng));
        return timelineAlignment(changes, events, START, START + 56 * DAY_US, rng)?.p;
      },
      { conservative: true },
    );
  });
});

describe('releasePivot', () => {
  const shift = (rows: readonly (readonly [number, number, number, number])[]): ModelShift => ({
    before: rows.map(([before]) => before),
    beforeNew: rows.map(([, beforeNew]) => beforeNew),
    after: rows.map(([, , after]) => after),
    afterNew: rows.map(([, , , afterNew]) => afterNew),
  });

  it('takes the difference of differences by hand', () => {
    const group = shift([
      [100, 0, 100, 60],
      [50, 5, 40, 24],
      [19, 0, 500, 500],
    ]);
    const cohort = shift(Array.from({ length: 12 }, () => [100, 0, 100, 10] as const));
    const found = releasePivot(group, cohort, new Rng(1));
    expect(found?.groupRise).toBeCloseTo((0.6 + 0.5) / 2, 12);
    expect(found?.cohortRise).toBeCloseTo(0.1, 12);
    expect(found?.effect).toBeCloseTo(0.45, 12);
    expect(found?.accounts).toBe(2);
    // Only the group itself, drawn as 2 of 14, rises as much.
    expect(found?.p).toBeLessThan(0.03);
  });

  it('says nothing without enough requests or cohort', () => {
    const one = shift([[100, 0, 100, 60]]);
    const few = shift([[5, 0, 5, 5]]);
    const cohort = shift(Array.from({ length: 12 }, () => [100, 0, 100, 10] as const));
    expect(releasePivot(few, cohort, new Rng(1))).toBeUndefined();
    expect(releasePivot(one, one, new Rng(1))).toBeUndefined();
  });

  it('raises false alarms at its level while everybody shifts', () => {
    const draw = (rng: Rng, accounts: number) =>
      shift(
        Array.from({ length: accounts }, () => {
          const rate = rng.float() ** 2;
          return [80, 0, 80, Math.round(80 * rate)] as const;
        }),
      );
    expectFalseAlarms(400, (rng) => releasePivot(draw(rng, 8), draw(rng, 60), rng)?.p);
  });
});
