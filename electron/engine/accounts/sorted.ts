import type { AccountSort } from '../../../shared/contract/accounts.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { priorView } from '../analysis/prior-view.ts';
import { readScores } from '../analysis/results.ts';
import type { Case } from '../case/case.ts';
import { analysisVersion, sourcesVersion } from '../case/versions.ts';
import { Recent } from '../recent.ts';
import { activeDays, activityReader } from '../timeline/activity.ts';
import { type AccountTotal, allTotals } from './totals.ts';

/** Orders of a table that a person looks at in turn. */
const KEPT_ORDERS = 6;
const kept = new WeakMap<Case, Recent<readonly AccountTotal[]>>();

/**
 * All accounts in order, absent values last either way, ties by account id. Kept, so that a filter or a search only
 * has to leave some out.
 */
export function sortedAccounts(open: Case, sort: AccountSort, descending: boolean): readonly AccountTotal[] {
  const own = kept.get(open) ?? new Recent<readonly AccountTotal[]>(KEPT_ORDERS);
  kept.set(open, own);
  const key = [sort, descending, sourcesVersion(open.db), versionOf(open, sort)];
  return own.obtain(JSON.stringify(key), () => sortAll(open, sort, descending));
}

/** What the order depends on beside the sources. */
function versionOf(open: Case, sort: AccountSort): string {
  // Scores stand at the prior in use, which people change without analysing again.
  if (sort === 'score') return `${analysisVersion(open.db)} ${priorView(open.db)?.prior.share}`;
  return sort === 'activeDays' ? open.timeZone : '';
}

function sortAll(open: Case, sort: AccountSort, descending: boolean): AccountTotal[] {
  const sign = descending ? -1 : 1;
  const all = allTotals(open.db);
  if (sort === 'account') return all.toSorted((a, b) => sign * byId(a, b));
  const key = sortKey(open, sort);
  const keyed = all.map((total) => ({ total, key: key(total) }));
  keyed.sort(({ total: a, key: left }, { total: b, key: right }) => {
    if (left === null || right === null) return left === right ? byId(a, b) : left === null ? 1 : -1;
    return sign * (left - right) || byId(a, b);
  });
  return keyed.map(({ total }) => total);
}

function byId(a: AccountTotal, b: AccountTotal): number {
  return a.account < b.account ? -1 : a.account > b.account ? 1 : 0;
}

function sortKey(open: Case, sort: Exclude<AccountSort, 'account'>): (total: AccountTotal) => number | null {
  if (sort === 'score') {
    const scores = readScores(open.db);
    return ({ account }) => scores.get(account) ?? null;
  }
  if (sort !== 'activeDays') return (total) => total[sort];
  const zone = zoneOf(open.timeZone);
  const activityOf = activityReader(open.db);
  return ({ id }) => activeDays(activityOf(id), zone);
}
