import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalBin, histogram } from '../../../electron/engine/lanes/arrivals.ts';
import { ARRIVAL_BINS, ARRIVAL_FIRST_US } from '../../../shared/contract/lanes.ts';

test('a bin begins at its own edge: one millisecond is the first, ten the eleventh', () => {
  for (let bin = 0; bin < ARRIVAL_BINS; bin++) {
    const edge = ARRIVAL_FIRST_US * 10 ** (bin / 10);
    expect(arrivalBin(Math.ceil(edge + edge * 1e-9))).toBe(bin);
  }
  expect(arrivalBin(10_000)).toBe(10);
  expect(arrivalBin(9_999)).toBe(9);
  expect(arrivalBin(0)).toBe(0);
  expect(arrivalBin(1e15)).toBe(ARRIVAL_BINS - 1);
});

test('every gap is in one bin; requests at one instant are counted apart as well', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { maxLength: 50 }), (list) => {
      const times = Float64Array.from(list).sort();
      const { gaps, total, simultaneous } = histogram(times);
      expect(gaps.reduce((sum, n) => sum + n, 0)).toBe(total);
      expect(total).toBe(Math.max(0, list.length - 1));
      expect(simultaneous).toBe(list.length - new Set(list).size);
    }),
    { seed: 1 },
  );
});
