import type { AccountSort } from '../../../shared/contract/accounts.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { referenceAccounts } from '../cohorts/reference-accounts.ts';
import { sortedAccounts } from './sorted.ts';

/**
 * Ids of the accounts under examination whose id or one of whose tags contains `search`, in order. Absent values come last
 * either way; ties are in order of the account id.
 * @param isMeant of an account's id in the case, where not all are.
 */
export function orderAccounts(
  open: Case,
  sort: AccountSort,
  descending: boolean,
  search: string,
  isMeant: (id: number) => boolean = () => true,
): { ids: Uint32Array; total: number; reference: number } {
  const reference = referenceAccounts(open.db);
  const sorted = sortedAccounts(open, sort, descending);
  const wanted = search.trim().toLowerCase();
  const tags = wanted === '' ? new Map<string, string>() : tagText(open.db);
  const isFound = (account: string) =>
    wanted === '' || account.toLowerCase().includes(wanted) || (tags.get(account)?.includes(wanted) ?? false);
  const ids = new Uint32Array(sorted.length);
  let total = 0;
  let found = 0;
  for (const { id, account } of sorted) {
    if (reference.has(id)) continue;
    total++;
    if (isMeant(id) && isFound(account)) ids[found++] = id;
  }
  return { ids: ids.slice(0, found), total, reference: reference.size };
}

/** Per account, its tags in lower case. */
function tagText(db: Database): Map<string, string> {
  const rows = db
    .prepare(
      "SELECT account, group_concat(text, char(10)) FROM annotation WHERE kind = 'tag' GROUP BY account",
    )
    .raw()
    .all() as [string, string][];
  return new Map(rows.map(([account, text]) => [account, text.toLowerCase()]));
}
