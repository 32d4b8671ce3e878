import type { AccountSort } from '../../../shared/contract/accounts.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { readScores } from '../analysis/store.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { activeDays, readActivity } from '../timeline/activity.ts';
import { type AccountTotal, allTotals } from './totals.ts';

/**
 * Ids of the accounts whose id or one of whose tags contains `search`, in order. Absent values come last
 * either way; ties are in order of the account id.
 */
export function orderAccounts(
  open: Case,
  sort: AccountSort,
  descending: boolean,
  search: string,
): { ids: Uint32Array; total: number } {
  const all = allTotals(open.db);
  const wanted = search.trim().toLowerCase();
  const tags = wanted === '' ? new Map<string, string>() : tagText(open.db);
  const found = all.filter(
    ({ account }) => account.toLowerCase().includes(wanted) || (tags.get(account)?.includes(wanted) ?? false),
  );
  const key = sortKey(open, sort);
  const keys = new Map(found.map((total) => [total.id, key(total)]));
  const sign = descending ? -1 : 1;
  found.sort((a, b) => {
    if (sort === 'account') return sign * byId(a, b);
    const [left, right] = [keys.get(a.id) ?? null, keys.get(b.id) ?? null];
    if (left === null || right === null) return left === right ? byId(a, b) : left === null ? 1 : -1;
    return sign * (left - right) || byId(a, b);
  });
  return { ids: Uint32Array.from(found, ({ id }) => id), total: all.length };
}

function byId(a: AccountTotal, b: AccountTotal): number {
  return a.account < b.account ? -1 : a.account > b.account ? 1 : 0;
}

function sortKey(open: Case, sort: AccountSort): (total: AccountTotal) => number | null {
  if (sort === 'account') return () => null;
  if (sort === 'score') {
    const scores = readScores(open.db);
    return ({ account }) => scores.get(account) ?? null;
  }
  if (sort !== 'activeDays') return (total) => total[sort];
  const zone = zoneOf(open.timeZone);
  return ({ id }) => activeDays(readActivity(open.db, id), zone);
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
