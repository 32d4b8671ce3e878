import { allTotals } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';
import { Rng } from '../rng.ts';

/** A sample of accounts with requests that are none of these; the same for the same case and accounts. */
export function otherAccounts(db: Database, ids: readonly number[], most: number): number[] {
  const own = new Set(ids);
  const others = allTotals(db).filter(({ id, requests }) => requests > 0 && !own.has(id));
  others.sort((a, b) => (a.account < b.account ? -1 : 1));
  return new Rng(1)
    .fork('others')
    .sample(others, most)
    .map(({ id }) => id);
}
