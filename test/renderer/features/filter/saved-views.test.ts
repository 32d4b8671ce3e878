import { expect, test } from 'vitest';
import {
  arrangedOf,
  placeOf,
  viewOf,
  windowFilterOf,
} from '../../../../renderer/features/filter/saved-views.ts';
import {
  addChip,
  EMPTY_FILTER,
  setRange,
  toggleDisabled,
  togglePinned,
} from '../../../../renderer/store/filter.ts';
import type { View } from '../../../../renderer/store/view-history.ts';
import { viewToSave } from '../../../../shared/contract/saved-views.ts';

test('a filter is saved as it was arranged, and comes back', () => {
  const chips = [
    { field: 'model', values: ['a', null], negate: true },
    { field: 'tag', values: ['b'], negate: false },
  ] as const;
  const built = chips.reduce(
    (filter, chip) => addChip(filter, { ...chip, values: [...chip.values] }),
    EMPTY_FILTER,
  );
  const filter = togglePinned(toggleDisabled(setRange(built, { fromUs: 0, toUs: 1 }), 2), 'range');
  const saved = arrangedOf(filter);
  expect(viewToSave.safeParse({ name: 'n', filter: saved, view: { name: 'accounts' } }).success).toBe(true);
  expect(windowFilterOf(saved)).toEqual(filter);
});

test('a view is saved with what it shows, without what was picked on it', () => {
  const views: readonly View[] = [
    { name: 'operators' },
    { name: 'account', account: 'ac_1', request: null },
    { name: 'operator', id: 'O-1', pair: null },
    { name: 'lanes', of: { operator: 'O-1' } },
  ];
  for (const view of views) expect(viewOf(placeOf(view))).toEqual(view);
  expect(placeOf({ name: 'account', account: 'ac_1', request: 'request:1' })).toEqual({
    name: 'account',
    account: 'ac_1',
  });
});

test('of a view that cannot be saved whole the kind stays, and of an import nothing', () => {
  expect(placeOf({ name: 'graph', from: { operator: 'O-1' } })).toEqual({ name: 'graph' });
  expect(placeOf({ name: 'import' })).toEqual({ name: 'accounts' });
});
