import { expect, test } from 'vitest';
import { zoneSpans } from '../../../../renderer/draw/zone-spans.ts';
import {
  countSteps,
  keyedRange,
  steppedRange,
  stripOf,
  stripRows,
} from '../../../../renderer/features/filter/strip-model.ts';
import { BIN_US } from '../../../../shared/time/bin.ts';
import { zoneOf } from '../../../../shared/time/zone.ts';

/** Ten steps of two quarter hours each, from bin 100 on. */
const ACTIVITY = {
  firstBin: 100,
  stepBins: 2,
  all: Float64Array.from({ length: 10 }, (_, i) => i),
  matching: Float64Array.from({ length: 10 }, (_, i) => (i % 2 ? 1 : 0)),
};
const bins = (from: number, to: number) => ({ fromUs: from * BIN_US, toUs: to * BIN_US });

test('steps are put together until they can be seen, and lose nothing', () => {
  const wide = stripOf(ACTIVITY, 1000)!;
  expect(wide.stepUs).toBe(2 * BIN_US);
  const narrow = stripOf(ACTIVITY, 8)!;
  expect(narrow.stepUs).toBe(6 * BIN_US);
  expect([...narrow.all.requests]).toEqual([3, 12, 21, 9]);
  expect([...narrow.matching.requests]).toEqual([1, 2, 1, 1]);
  expect(narrow.limits).toEqual(bins(100, 120));
});

test('a case without times has no strip', () => {
  const none = new Float64Array(0);
  expect(stripOf({ firstBin: 0, stepBins: 1, all: none, matching: none }, 100)).toBeNull();
});

test('a brush takes whole steps, either way, inside the strip', () => {
  const strip = stripOf(ACTIVITY, 1000)!;
  expect(steppedRange(strip, 103 * BIN_US, 105 * BIN_US)).toEqual(bins(102, 106));
  expect(steppedRange(strip, 105 * BIN_US, 103 * BIN_US)).toEqual(bins(102, 106));
  expect(steppedRange(strip, 0, 500 * BIN_US)).toEqual(bins(100, 120));
});

test('keys begin a range, move it, and move its end', () => {
  const strip = stripOf(ACTIVITY, 1000)!;
  const right = { key: 'ArrowRight', shiftKey: false };
  const first = keyedRange(strip, null, right)!;
  expect(first).toEqual(bins(100, 102));
  const longer = keyedRange(strip, first, { ...right, shiftKey: true })!;
  expect(longer).toEqual(bins(100, 104));
  expect(keyedRange(strip, longer, right)).toEqual(bins(102, 106));
  expect(keyedRange(strip, longer, { key: 'ArrowLeft', shiftKey: false })).toEqual(longer);
  expect(keyedRange(strip, longer, { key: 'x', shiftKey: false })).toBeNull();
});

test('a range is counted by its steps, and told when it cuts one', () => {
  expect(countSteps(ACTIVITY, bins(102, 106))).toEqual({ matching: 1, all: 3, exact: true });
  expect(countSteps(ACTIVITY, bins(103, 106))).toMatchObject({ all: 3, exact: false });
  expect(countSteps(ACTIVITY, bins(0, 500))).toEqual({ matching: 5, all: 45, exact: true });
});

test('the table twin has every step with requests, both counts and their share', () => {
  const strip = stripOf(ACTIVITY, 1000)!;
  const rows = stripRows(strip, zoneSpans(zoneOf('UTC'), strip.limits.fromUs, strip.limits.toUs));
  expect(rows.length).toBe(9);
  expect(rows.cells(0)).toEqual(['1970-01-02 01:30', '1970-01-02 02:00', 'UTC', '1', '1', '100 %']);
});
