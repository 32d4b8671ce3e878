import { expect, test } from 'vitest';
import { accountColumns, gridOf } from '../../../../renderer/features/accounts/columns.ts';
import { ACCOUNT_SORTS } from '../../../../shared/contract/accounts.ts';

const keys = (analysed: boolean, filtered = false) =>
  accountColumns('UTC', '10', analysed, filtered).map(({ key }) => key);

test('the columns of the analysis stand beside the account, and only once there is one', () => {
  expect(keys(true).slice(0, 3)).toEqual(['account', 'score', 'operator']);
  expect(keys(true).filter((key) => key !== 'score' && key !== 'operator')).toEqual(keys(false));
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
