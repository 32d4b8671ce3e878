import { expect, test } from 'vitest';
import { chiSquareCdf } from '../../../electron/engine/analysis/statistics/chi-square.ts';
import { chiSquareRatio, evennessByDay } from '../../../electron/engine/lanes/evenness.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';

/** Requests in each hour of the first days of 1970. */
function hourly(counts: readonly number[]): Activity {
  const hours = [...counts.keys()].filter((hour) => counts[hour] > 0);
  return {
    bin: Int32Array.from(hours, (hour) => hour * 4),
    requests: Uint32Array.from(hours, (hour) => counts[hour]),
    failed: new Uint32Array(hours.length),
    inputTokens: new Float64Array(hours.length),
    outputTokens: new Float64Array(hours.length),
  };
}

test('a dispatcher that takes turns is even, accounts that go their own way are not', () => {
  const day = Array.from({ length: 24 }, (_, hour) => 10 + (hour % 5));
  const even = evennessByDay([day, day, day, day].map(hourly));
  expect([...even.day]).toEqual([0]);
  expect(even.varianceToMean[0]).toBe(0);
  expect(even.varianceToMean[0]).toBeLessThan(even.chanceLow[0]);

  const uneven = evennessByDay([day, day, day, day.map((n) => 5 * n)].map(hourly));
  expect(uneven.varianceToMean[0]).toBeGreaterThan(uneven.chanceHigh[0]);
});

test('days with fewer than four accounts at work are left out', () => {
  const day = Array.from({ length: 48 }, (_, hour) => (hour < 24 ? 10 : 0));
  const two = Array.from({ length: 48 }, () => 10);
  const { day: days } = evennessByDay([day, day, two, two].map(hourly));
  expect([...days]).toEqual([0]);
  expect([...evennessByDay([]).day]).toEqual([]);
});

test('the range of chance holds 95 % of a chi-square variable over its degrees', () => {
  for (const degrees of [9, 40, 300]) {
    const [low, high] = [chiSquareRatio(degrees, -1.959964), chiSquareRatio(degrees, 1.959964)];
    expect(chiSquareCdf(low * degrees, degrees)).toBeCloseTo(0.025, 2);
    expect(chiSquareCdf(high * degrees, degrees)).toBeCloseTo(0.975, 2);
  }
});
