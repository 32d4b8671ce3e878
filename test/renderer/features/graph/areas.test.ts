import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaRadius, packAreas } from '../../../../renderer/features/graph/areas.ts';

const NONE = new Map<string, { x: number; y: number }>();
const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 40 });
const named = (list: readonly number[]) => list.map((accounts, at) => ({ id: `operator:O-${at}`, accounts }));

test('the area of a place goes with its accounts, and the first lies in the middle', () => {
  const [one, other] = packAreas(named([4, 16]), NONE);
  expect(other.r / one.r).toBeCloseTo(2);
  expect([one.x, one.y]).toEqual([0, 0]);
  expect(packAreas([], NONE)).toEqual([]);
  expect(areaRadius(0)).toBe(areaRadius(1));
});

test('no two places overlap, and what comes later moves none before it', () => {
  fc.assert(
    fc.property(sizes, fc.nat(40), (list, cut) => {
      const areas = packAreas(named(list), NONE);
      areas.forEach((one, at) => {
        for (const other of areas.slice(at + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r);
      });
      packAreas(named(list.slice(0, cut)), NONE).forEach((area, at) => {
        expect(area.x).toBeCloseTo(areas[at].x, 6);
        expect(area.y).toBeCloseTo(areas[at].y, 6);
      });
    }),
  );
});

test('what a person moved stands where it was put, and moves nothing else', () => {
  const before = packAreas(named([5, 9, 3]), NONE);
  const after = packAreas(named([5, 9, 3]), new Map([['operator:O-1', { x: 900, y: -40 }]]));
  expect(after[1]).toMatchObject({ x: 900, y: -40 });
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
});
