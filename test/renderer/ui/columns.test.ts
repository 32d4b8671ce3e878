import { expect, test } from 'vitest';
import { arrangeColumns, type Column, choosable, gridOf, moveColumn } from '../../../renderer/ui/columns.ts';

const column = (key: string, more: Partial<Column> = {}): Column => ({
  key,
  title: key,
  explains: '',
  sort: null,
  number: false,
  width: 100,
  grows: 0,
  ...more,
});
const ALL = [column('name'), column('a'), column('b'), column('b-filtered', { follows: 'b' }), column('c')];
const keys = (columns: readonly Column[]) => columns.map(({ key }) => key);

test('columns that grow give way, the others keep their width', () => {
  expect(gridOf([column('a', { grows: 1.3 }), column('b', { width: 74 })])).toEqual({
    tracks: 'minmax(100px, 1.3fr) 74px',
    leastPx: 174,
  });
});

test('columns are shown as chosen, the one that names the row first, one that follows behind its own', () => {
  const chosen = ['name', 'c', 'b', 'a', 'gone'];
  expect(keys(arrangeColumns(ALL, chosen))).toEqual(['name', 'c', 'b', 'b-filtered', 'a']);
  // What there is not now is left out, and comes back with it.
  expect(keys(arrangeColumns(ALL.slice(0, 3), chosen))).toEqual(['name', 'b', 'a']);
  expect(keys(arrangeColumns(ALL, []))).toEqual(['name', 'b-filtered']);
});

test('people choose among all but the name of the row and what comes by itself', () => {
  expect(keys(choosable(ALL))).toEqual(['a', 'b', 'c']);
});

test('a column moves by a place, never before the one that names the row', () => {
  const chosen = ['name', 'a', 'b'];
  expect(moveColumn(chosen, 'b', -1)).toEqual(['name', 'b', 'a']);
  expect(moveColumn(chosen, 'a', -1)).toBe(chosen);
  expect(moveColumn(chosen, 'b', 1)).toBe(chosen);
  expect(moveColumn(chosen, 'name', 1)).toBe(chosen);
  expect(moveColumn(chosen, 'gone', 1)).toBe(chosen);
});
