import { expect, test } from 'vitest';
import {
  accountColumns,
  arrangeColumns,
  gridOf,
  moveColumn,
  usualColumns,
} from '../../../../renderer/features/accounts/columns.ts';
import { ACCOUNT_SORTS } from '../../../../shared/contract/accounts.ts';

const keys = (analysed: boolean, filtered = false) =>
  accountColumns('UTC', '10', analysed, filtered).map(({ key }) => key);

test('the columns of the analysis stand beside the account, and only once there is one', () => {
  expect(keys(true).slice(0, 4)).toEqual(['account', 'score', 'reason', 'operator']);
  expect(keys(true).filter((key) => !['score', 'reason', 'operator'].includes(key))).toEqual(keys(false));
});

test('what matches stands beside all requests, and only while something is filtered', () => {
  const at = keys(true, true).indexOf('matching');
  expect(keys(true, true)[at - 1]).toBe('requests');
  expect(keys(true, true).filter((key) => key !== 'matching')).toEqual(keys(true));
});

test('every order that the engine knows has its column', () => {
  const sorts = accountColumns('UTC', '10', true, true).flatMap(({ sort }) => sort ?? []);
  expect(sorts.toSorted()).toEqual([...ACCOUNT_SORTS].sort());
});

test('columns that grow give way, the others keep their width', () => {
  const [first, second] = accountColumns('UTC', '10', false, false);
  expect(gridOf([first, second])).toEqual({ tracks: 'minmax(128px, 1.3fr) 74px', leastPx: 202 });
});

test('columns are shown as chosen, the account first, that of the filter beside the requests', () => {
  const all = accountColumns('UTC', '10', true, true);
  const chosen = ['account', 'tags', 'requests', 'score', 'gone'];
  expect(arrangeColumns(all, chosen).map(({ key }) => key)).toEqual([
    'account',
    'tags',
    'requests',
    'matching',
    'score',
  ]);
  // What the case does not have now is left out, and comes back with it.
  const bare = accountColumns('UTC', '10', false, false);
  expect(arrangeColumns(bare, chosen).map(({ key }) => key)).toEqual(['account', 'tags', 'requests']);
});

test('by itself the table shows all, but fewer counts once there are signals', () => {
  const bare = accountColumns('UTC', '10', false, false);
  expect(usualColumns(bare, false)).toEqual(bare.map(({ key }) => key));
  const usual = usualColumns(accountColumns('UTC', '10', true, false), true);
  expect(usual).toContain('reason');
  expect(usual).not.toContain('output');
});

test('a column moves by a place, never before the account', () => {
  const chosen = ['account', 'a', 'b'];
  expect(moveColumn(chosen, 'b', -1)).toEqual(['account', 'b', 'a']);
  expect(moveColumn(chosen, 'a', -1)).toBe(chosen);
  expect(moveColumn(chosen, 'b', 1)).toBe(chosen);
  expect(moveColumn(chosen, 'account', 1)).toBe(chosen);
  expect(moveColumn(chosen, 'gone', 1)).toBe(chosen);
});
