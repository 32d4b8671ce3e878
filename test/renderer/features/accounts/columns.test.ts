import { expect, test } from 'vitest';
import { accountColumns, usualColumns } from '../../../../renderer/features/accounts/columns.ts';
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

test('by itself the table shows all, but fewer counts once there are signals', () => {
  const bare = accountColumns('UTC', '10', false, false);
  expect(usualColumns(bare, false)).toEqual(bare.map(({ key }) => key));
  const usual = usualColumns(accountColumns('UTC', '10', true, false), true);
  expect(usual).toContain('reason');
  expect(usual).not.toContain('output');
});
