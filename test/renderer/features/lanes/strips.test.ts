import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoneSpans } from '../../../../renderer/draw/zone-spans.ts';
import { laneShares, MOST_PARTS } from '../../../../renderer/features/lanes/lane-shares.ts';
import { sumActivities } from '../../../../renderer/features/lanes/sum-activities.ts';
import { togetherBins } from '../../../../renderer/features/lanes/together-bins.ts';
import { binActivity, startsOver } from '../../../../renderer/features/timeline/bins.ts';
import { LEVELS } from '../../../../renderer/features/timeline/levels.ts';
import type { Together } from '../../../../shared/contract/lanes.ts';
import { zoneOf } from '../../../../shared/time/zone.ts';
import { activityOf, HOUR_US, utc } from '../../timeline/fixtures.ts';

const from = utc('2026-03-20T00:00Z');
const to = utc('2026-04-10T00:00Z');
const level = (id: string) => LEVELS.find((one) => one.id === id)!;
const times = fc
  .array(fc.integer({ min: from / 1e6, max: to / 1e6 - 1 }), { minLength: 1, maxLength: 60 })
  .map((list) => activityOf(list.map((second) => ({ us: second * 1e6 }))));

test('bins are the same whether their starts are shared or looked up, also where clocks change', () => {
  fc.assert(
    fc.property(
      times,
      fc.constantFrom(...LEVELS),
      fc.constantFrom('Europe/Berlin', 'UTC'),
      (activity, one, name) => {
        const spans = zoneSpans(zoneOf(name), from, to);
        const starts = startsOver(one, spans, { fromUs: from, toUs: to });
        expect(binActivity(activity, one, spans, starts)).toEqual(binActivity(activity, one, spans));
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

test('shares of lanes add up to one in every cell, however many lanes there are', () => {
  fc.assert(
    fc.property(fc.array(times, { minLength: 1, maxLength: 40 }), (activities) => {
      const spans = zoneSpans(zoneOf('UTC'), from, to);
      const bins = activities.map((activity) => binActivity(activity, level('6h'), spans));
      const all = binActivity(sumActivities(activities), level('6h'), spans);
      const { shares, parts, lanes, rest, working } = laneShares([...bins.keys()], (i) => bins[i], all);
      expect(lanes.length + rest).toBe(activities.length);
      expect(parts).toBeLessThanOrEqual(MOST_PARTS);
      for (let cell = 0; cell < all.fromUs.length; cell++) {
        const sum = shares.subarray(cell * parts, (cell + 1) * parts).reduce((total, one) => total + one, 0);
        expect(sum).toBeCloseTo(1, 9);
        expect(working[cell]).toBeGreaterThan(0);
      }
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('longer cells have the mean of their hours, shorter ones the hours', () => {
  const firstHour = from / HOUR_US;
  const together: Together = {
    firstHour,
    active: Uint16Array.of(1, 3, 0, 4),
    expected: Float32Array.of(1, 1, 2, 2),
    deviation: Float32Array.of(0, 1, 1, 0),
    day: new Int32Array(0),
    varianceToMean: new Float32Array(0),
    chanceLow: new Float32Array(0),
    chanceHigh: new Float32Array(0),
  };
  const spans = zoneSpans(zoneOf('UTC'), from, to);
  const limits = { fromUs: from, toUs: to };
  const two = togetherBins(together, level('2h'), spans, limits);
  expect([...two.active]).toEqual([2, 2]);
  expect([...two.expected]).toEqual([1, 2]);
  expect(two.low[0]).toBeCloseTo(0.5, 9);
  expect(two.high[0]).toBeCloseTo(1 + 1.959964 / 2, 5);
  expect([...two.hours]).toEqual([2, 2]);
  const quarter = togetherBins(together, level('15min'), spans, limits);
  expect([...quarter.active]).toEqual([1, 3, 0, 4]);
  expect(quarter.toUs[3] - quarter.fromUs[3]).toBe(HOUR_US);
  const day = togetherBins(together, level('1day'), spans, limits);
  expect([...day.active]).toEqual([2]);
});
