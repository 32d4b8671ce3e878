import { expect, test } from 'vitest';
import { hiddenOf, NOTHING_SELECTED, pick, pickAll } from '../../../renderer/store/selection.ts';

const ORDER = Uint32Array.of(5, 9, 2, 7, 4);
const ids = ({ ids: chosen }: { ids: ReadonlySet<number> }) => [...chosen].sort((a, b) => a - b);

test('a pick stands alone, beside the others, or for all from the anchor on', () => {
  let selection = pick(NOTHING_SELECTED, ORDER, 9, 'only');
  expect(ids(selection)).toEqual([]);
  expect(ids(pick(selection, ORDER, 2, 'toggle'))).toEqual([2, 9]);
  expect(ids(pick(selection, ORDER, 9, 'toggle'))).toEqual([9]);
  selection = pick(selection, ORDER, 4, 'extend');
  expect(ids(selection)).toEqual([2, 4, 7, 9]);
  // The anchor stays, so that a second choice with Shift takes the place of the first.
  selection = pick(selection, ORDER, 5, 'extend');
  expect(ids(selection)).toEqual([5, 9]);
  selection = pick(selection, ORDER, 7, 'toggle');
  expect(ids(selection)).toEqual([5, 7, 9]);
  expect(ids(pick(selection, ORDER, 7, 'toggle'))).toEqual([5, 9]);
  expect(ids(pick(selection, ORDER, 2, 'only'))).toEqual([]);
});

test('an anchor that is no longer listed counts as none', () => {
  const selection = pick(NOTHING_SELECTED, ORDER, 9, 'only');
  expect(pick(selection, Uint32Array.of(5, 2), 2, 'extend')).toEqual({ ids: new Set(), anchor: 2 });
});

test('all are those listed; what a filter hides stays selected and is counted', () => {
  const all = pickAll(NOTHING_SELECTED, ORDER);
  expect(ids(all)).toEqual([2, 4, 5, 7, 9]);
  expect(hiddenOf(all, Uint32Array.of(7, 5, 1))).toBe(3);
  expect(hiddenOf(all, ORDER)).toBe(0);
});

test('what is chosen by name is chosen the same way', () => {
  const order = ['O-2', 'O-1', 'O-3'];
  const first = pick(NOTHING_SELECTED, order, 'O-2', 'only');
  expect([...pick(first, order, 'O-3', 'extend').ids]).toEqual(order);
  expect([...pick(first, order, 'O-3', 'toggle').ids]).toEqual(['O-2', 'O-3']);
});
