import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  difference,
  mayOverlap,
  pointsWords,
  shareRows,
} from '../../../../renderer/features/compare/shares-model.ts';
import type { SideValues } from '../../../../shared/contract/lanes.ts';

const side = (counted: number, ...entries: readonly (readonly [string | null, number])[]): SideValues => ({
  field: 'model',
  entries: entries.map(([value, requests]) => ({ value, requests })),
  counted,
});

test('values of either side stand beside each other, those that differ most first, the rest last', () => {
  const a = side(100, ['m1', 60], ['m2', 30], [null, 10]);
  const b = side(50, ['m2', 40], ['m3', 5]);
  expect(shareRows(a, b).map(({ value, a: x, b: y }) => [value, x, y])).toEqual([
    ['m1', 60, 0],
    ['m2', 30, 40],
    [null, 10, 0],
    ['m3', 0, 5],
    [undefined, 0, 5],
  ]);
});

test('no request is lost to the rows beyond the dozen', () => {
  const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(counts, counts, (left, right) => {
      const of = (list: readonly number[]) =>
        side(
          list.reduce((sum, n) => sum + n, 0),
          ...list.map((n, i) => [`v${i}`, n] as const),
        );
      const [a, b] = [of(left), of(right)];
      const rows = shareRows(a, b);
      expect(rows.length).toBeLessThanOrEqual(13);
      expect(rows.reduce((sum, row) => sum + row.a, 0)).toBe(a.counted);
      expect(rows.reduce((sum, row) => sum + row.b, 0)).toBe(b.counted);
    }),
    { seed: 1 },
  );
});

test('limits of a difference are those of Newcombe’s tenth method', () => {
  // His first example: 56 of 70 against 48 of 80 differ by 0.2, 0.0524 to 0.3339.
  const found = difference(48, 80, 56, 70)!;
  expect(found.value).toBeCloseTo(0.2, 9);
  expect(found.low).toBeCloseTo(0.0524, 4);
  expect(found.high).toBeCloseTo(0.3339, 4);
  expect(difference(0, 0, 1, 2)).toBeNull();
  expect(pointsWords(found.value)).toBe('+20');
  expect(pointsWords(-0.031)).toBe('−3.1');
});

test('limits are given only where no request can be on both sides', () => {
  const range = (fromUs: number, toUs: number) => ({ fromUs, toUs });
  const of = { operator: 'O-1' };
  expect(mayOverlap({ of, range: range(0, 5) }, { of, range: range(5, 9) })).toBe(false);
  expect(mayOverlap({ of, range: range(0, 6) }, { of, range: range(5, 9) })).toBe(true);
  expect(mayOverlap({ of, range: null }, { of, range: range(5, 9) })).toBe(true);
  expect(mayOverlap({ of: { account: 'a' }, range: null }, { of: { account: 'b' }, range: null })).toBe(
    false,
  );
  expect(mayOverlap({ of: { account: 'a' }, range: null }, { of, range: null })).toBe(true);
});
