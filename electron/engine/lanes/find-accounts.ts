import { type AccountTotal, allTotals, mustFindAccount } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';

/** Finds accounts with their totals by their outside ids, many at a time. */
export function accountFinder(db: Database): (account: string) => AccountTotal | undefined {
  const byName = new Map(allTotals(db).map((total) => [total.account, total]));
  return (account) => byName.get(account);
}

/** The accounts in the order given. @throws StillwatchError NOT_FOUND */
export function mustFindAccounts(db: Database, accounts: readonly string[]): AccountTotal[] {
  const find = accountFinder(db);
  return accounts.map((account) => find(account) ?? refuse(db, account));
}

/** As everywhere else for an account that is not there. */
function refuse(db: Database, account: string): never {
  mustFindAccount(db, account);
  throw new Error('an account has no totals');
}
