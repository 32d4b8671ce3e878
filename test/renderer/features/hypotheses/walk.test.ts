import { expect, test } from 'vitest';
import { movedBy, placeIn, walk } from '../../../../renderer/features/hypotheses/walk.ts';

const ROWS = ['r1', 'r2', 'r3'];
const COLUMNS = ['c1', 'c2'];
const go = (key: string, row: string | null, column: string | null) =>
  walk(key, { row, column }, ROWS, COLUMNS);

test('arrows walk over cells and heads and stop at the edges', () => {
  expect(go('ArrowRight', 'r1', 'c1')).toEqual({ row: 'r1', column: 'c2' });
  expect(go('ArrowRight', 'r1', 'c2')).toEqual({ row: 'r1', column: 'c2' });
  expect(go('ArrowLeft', 'r1', 'c1')).toEqual({ row: 'r1', column: null });
  expect(go('ArrowUp', 'r1', 'c2')).toEqual({ row: null, column: 'c2' });
  expect(go('ArrowDown', 'r3', 'c2')).toEqual({ row: 'r3', column: 'c2' });
});

test('the corner is no place', () => {
  expect(go('ArrowUp', 'r1', null)).toEqual({ row: 'r1', column: null });
  expect(go('ArrowLeft', null, 'c1')).toEqual({ row: null, column: 'c1' });
});

test('Home and End stay in the row, pages in the column, and other keys do not move', () => {
  expect(go('End', 'r2', null)).toEqual({ row: 'r2', column: 'c2' });
  expect(go('Home', 'r2', 'c2')).toEqual({ row: 'r2', column: 'c1' });
  expect(go('PageDown', 'r1', 'c2')).toEqual({ row: 'r3', column: 'c2' });
  expect(go('PageUp', 'r3', 'c2')).toEqual({ row: 'r1', column: 'c2' });
  expect(go('Enter', 'r1', 'c1')).toBeNull();
});

test('heads alone can be walked while there are no rows', () => {
  expect(walk('ArrowDown', { row: null, column: 'c1' }, [], COLUMNS)).toEqual({ row: null, column: 'c1' });
  expect(walk('ArrowRight', { row: null, column: 'c1' }, [], COLUMNS)).toEqual({ row: null, column: 'c2' });
});

test('a place that is gone gives way to the first cell', () => {
  expect(placeIn({ row: 'r2', column: null }, ROWS, COLUMNS)).toEqual({ row: 'r2', column: null });
  expect(placeIn({ row: 'gone', column: 'c1' }, ROWS, COLUMNS)).toEqual({ row: 'r1', column: 'c1' });
  expect(placeIn(null, [], COLUMNS)).toEqual({ row: null, column: 'c1' });
  expect(placeIn(null, [], [])).toBeNull();
});

test('one is moved by one place, and not over the end', () => {
  expect(movedBy(ROWS, 'r2', 1)).toEqual(['r1', 'r3', 'r2']);
  expect(movedBy(ROWS, 'r2', -1)).toEqual(['r2', 'r1', 'r3']);
  expect(movedBy(ROWS, 'r3', 1)).toBeNull();
  expect(movedBy(ROWS, 'gone', 1)).toBeNull();
});
