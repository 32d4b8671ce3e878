import { accountRows, orderAccounts } from '../../../shared/contract/accounts.ts';
import type { Filter } from '../../../shared/contract/filters.ts';
import { engine } from '../../engine.ts';

const AT_ONCE = 500;

/** Outside ids of accounts by their ids in the case. */
export async function accountNames(ids: readonly number[]): Promise<string[]> {
  const names: string[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await engine.call(accountRows, { ids: ids.slice(at, at + AT_ONCE) });
    for (const { account } of rows) names.push(account);
  }
  return names;
}

/** Outside ids of the accounts that a filter leaves. */
export async function accountsOfFilter(filter: Filter): Promise<string[]> {
  const { ids } = await engine.call(orderAccounts, {
    sort: 'requests',
    descending: true,
    search: '',
    filter,
  });
  return accountNames(Array.from(ids));
}
