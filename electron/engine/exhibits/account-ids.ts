import { accountId } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';

/** Ids in the case of the accounts that it holds. */
export function accountIds(db: Database, accounts: readonly string[]): number[] {
  return accounts.flatMap((account) => accountId(db, account) ?? []);
}
