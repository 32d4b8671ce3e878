import { expect, test } from 'vitest';
import { moveCursor, PAGE, rowSpan } from '../../../renderer/ui/list-model.ts';

test('keys move the cursor inside the list', () => {
  expect(moveCursor('j', -1, 10, 5)).toBe(0);
  expect(moveCursor('ArrowDown', 9, 10, 5)).toBe(9);
  expect(moveCursor('k', 0, 10, 5)).toBe(0);
  expect(moveCursor('ArrowUp', -1, 10, 5)).toBe(9);
  expect(moveCursor('PageDown', 2, 10, 5)).toBe(7);
  expect(moveCursor('PageUp', 2, 10, 5)).toBe(0);
  expect(moveCursor('End', 2, 10, 5)).toBe(9);
  expect(moveCursor('Home', 2, 10, 5)).toBe(0);
});

test('other keys, and an empty list, move nothing', () => {
  expect(moveCursor('x', 2, 10, 5)).toBeNull();
  expect(moveCursor('j', -1, 0, 5)).toBeNull();
});

test('windows are covered by whole pages, the last cut at the end', () => {
  expect(rowSpan(PAGE + 3, PAGE + 40, 4247)).toEqual({ first: PAGE, last: 2 * PAGE - 1 });
  expect(rowSpan(PAGE - 1, PAGE, 4247)).toEqual({ first: 0, last: 2 * PAGE - 1 });
  expect(rowSpan(4230, 4246, 4247)).toEqual({ first: 4200, last: 4246 });
});
