import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels, type WantedLabel } from '../../../../renderer/features/graph/labels.ts';

const label = (x: number, y: number, more: Partial<WantedLabel> = {}): WantedLabel => ({
  x,
  y,
  r: 5,
  width: 40,
  height: 14,
  inside: false,
  above: false,
  must: false,
  ...more,
});

test('right of its node, else left, below, above, else not at all', () => {
  const crowd = Array.from({ length: 5 }, () => label(200, 200));
  expect(placeLabels(crowd, [], 400, 400)).toEqual([
    { label: 0, x: 208, y: 200 },
    { label: 1, x: 152, y: 200 },
    { label: 2, x: 180, y: 215 },
    { label: 3, x: 180, y: 185 },
  ]);
});

test('in the middle of a bubble in which it fits, above a ring', () => {
  expect(placeLabels([label(100, 100, { r: 60, inside: true })], [], 400, 400)).toEqual([
    { label: 0, x: 80, y: 100 },
  ]);
  expect(placeLabels([label(100, 100, { r: 20, inside: true })], [], 400, 400)).toEqual([
    { label: 0, x: 123, y: 100 },
  ]);
  expect(placeLabels([label(100, 100, { r: 0, above: true })], [], 400, 400)).toEqual([
    { label: 0, x: 80, y: 90 },
  ]);
});

test('a label covers no dot, unless it must stand', () => {
  const dots = [
    { x: 230, y: 200, r: 6 },
    { x: 170, y: 205, r: 6 },
  ];
  expect(placeLabels([label(200, 200)], dots, 400, 400)).toEqual([{ label: 0, x: 180, y: 215 }]);
  const around = [...dots, { x: 200, y: 222, r: 6 }, { x: 200, y: 178, r: 6 }];
  expect(placeLabels([label(200, 200)], around, 400, 400)).toEqual([]);
  expect(placeLabels([label(200, 200, { must: true })], around, 400, 400)).toEqual([
    { label: 0, x: 208, y: 200 },
  ]);
});

test('what is off the screen is not placed', () => {
  expect(placeLabels([label(-200, 100), label(100, 900)], [], 400, 400)).toEqual([]);
});

test('no two labels overlap, and the first always stands if it is on the screen', () => {
  const some = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 400 }),
      r: fc.integer({ min: 0, max: 60 }),
      width: fc.integer({ min: 1, max: 160 }),
      height: fc.constantFrom(14, 42),
      inside: fc.boolean(),
      above: fc.boolean(),
      must: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(some, (wanted) => {
      const placed = placeLabels(wanted, [], 600, 400).map(({ label: at, x, y }) => ({
        left: x,
        right: x + wanted[at].width,
        top: y - wanted[at].height / 2,
        bottom: y + wanted[at].height / 2,
      }));
      expect(placeLabels(wanted, [], 600, 400)[0]?.label).toBe(0);
      placed.forEach((one, at) => {
        for (const other of placed.slice(at + 1)) {
          const apart =
            one.right <= other.left ||
            other.right <= one.left ||
            one.bottom <= other.top ||
            other.bottom <= one.top;
          expect(apart).toBe(true);
        }
      });
    }),
  );
});
