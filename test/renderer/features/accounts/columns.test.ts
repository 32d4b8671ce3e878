import { expect, test } from 'vitest';
import { accountColumns, gridOf } from '../../../../renderer/features/accounts/columns.ts';
import { ACCOUNT_SORTS } from '../../../../shared/contract/accounts.ts';

const keys = (analysed: boolean) => accountColumns('UTC', '10', analysed).map(({ key }) => key);

test('the columns of the analysis stand beside the account, and only once there is one', () => {
  expect(keys(true).slice(0, 3)).toEqual(['account', 'score', 'operator']);
  expect(keys(true).filter((key) => key !== 'score' && key !== 'operator')).toEqual(keys(false));
});

test('every order that the engine knows has its column', () => {
  const sorts = accountColumns('UTC', '10', true).flatMap(({ sort }) => sort ?? []);
  expect(sorts.toSorted()).toEqual([...ACCOUNT_SORTS].sort());
});

test('columns that grow give way, the others keep their width', () => {
  const [first, second] = accountColumns('UTC', '10', false);
  expect(gridOf([first, second])).toEqual({ tracks: 'minmax(128px, 1.3fr) 74px', leastPx: 202 });
});
