import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Area, LEAST_SIZE, placeWindow, type WindowState } from '../../electron/window-place.ts';

const primary: Area = { x: 0, y: 25, width: 1920, height: 1055 };
const right: Area = { x: 1920, y: 0, width: 2560, height: 1440 };
const was = (x: number, y: number, width = 1400, height = 900): WindowState => ({
  x,
  y,
  width,
  height,
  maximised: false,
});

test('the first window is centred by the system, and no larger than the primary screen', () => {
  expect(placeWindow(null, [primary, right])).toEqual({ width: 1400, height: 900 });
  expect(placeWindow(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({ width: 1280, height: 720 });
});

test('a window comes back where it was, also across two screens', () => {
  expect(placeWindow(was(100, 60), [primary])).toEqual({ x: 100, y: 60, width: 1400, height: 900 });
  expect(placeWindow(was(1000, 60, 2400, 1000), [primary, right])).toEqual({
    x: 1000,
    y: 60,
    width: 2400,
    height: 1000,
  });
  expect(placeWindow(was(-1200, 60), [primary])).toMatchObject({ x: -1200 });
});

test('a place that cannot be reached any more is given up, the size is kept', () => {
  const size = { width: 1400, height: 900 };
  expect(placeWindow(was(2000, 100), [primary])).toEqual(size);
  expect(placeWindow(was(100, -40), [primary])).toEqual(size);
  expect(placeWindow(was(100, 1070), [primary])).toEqual(size);
  expect(placeWindow(was(-1390, 100), [primary])).toEqual(size);
  expect(placeWindow(was(2000, 100, 2400, 1300), [primary])).toEqual({ width: 1920, height: 1055 });
});

test('whatever was kept, the window can be reached and is no smaller than its least size', () => {
  const length = fc.integer({ min: -100_000, max: 100_000 });
  fc.assert(
    fc.property(length, length, length, length, (x, y, width, height) => {
      const place = placeWindow(was(x, y, width, height), [primary, right]);
      expect(place.width).toBeGreaterThanOrEqual(LEAST_SIZE.width);
      expect(place.height).toBeGreaterThanOrEqual(LEAST_SIZE.height);
      expect(place.width).toBeLessThanOrEqual(1920 + 2560);
      if (place.x === undefined || place.y === undefined) return;
      expect(place.x).toBeLessThan(1920 + 2560);
      expect(place.x + place.width).toBeGreaterThan(0);
      expect(place.y).toBeGreaterThanOrEqual(0);
      expect(place.y).toBeLessThan(1440);
    }),
  );
});
