import { type LaneInfo, type LaneSet, type LanesOf, MOST_LANES } from '../../../shared/contract/lanes.ts';
import type { AccountRecord } from '../../../shared/contract/records.ts';
import { presentRecords } from '../accounts/records.ts';
import type { AccountTotal } from '../accounts/totals.ts';
import { isStopped } from '../analysis/account-traits.ts';
import { readOperator } from '../analysis/results.ts';
import type { Database } from '../case/database.ts';
import { MatchingRequests } from '../filters/matching-requests.ts';
import { accountFinder } from './find-accounts.ts';
import { recordsByAccount } from './records-by-account.ts';

const MOST_UNKNOWN = 100;

/**
 * The lanes of an operator, a list or what a filter leaves.
 * @param left what the filter in force leaves; with `outside` the accounts that it does not leave have lanes too.
 * @throws StillwatchError NOT_FOUND for an unknown operator
 */
export function openLanes(
  db: Database,
  of: Exclude<LanesOf, { filter: unknown }> | MatchingRequests,
  left?: MatchingRequests,
  outside = false,
): LaneSet {
  const { totals, unknown } = askedAccounts(db, of);
  const found = totals.map((total) => ({
    ...total,
    ...left?.counts(total.id),
    ofRequests: total.requests,
    matches: left?.matches(total.id) ?? true,
  }));
  const matching = found.filter(({ matches }) => matches);
  const wanted = outside ? found : matching;
  wanted.sort((a, b) => b.requests - a.requests || byId(a, b));
  const kept = wanted.slice(0, MOST_LANES).sort((a, b) => begin(a) - begin(b) || byId(a, b));
  const recordsOf = recordsByAccount(
    db,
    kept.map(({ id }) => id),
  );
  const operatorOf = db.prepare('SELECT operator FROM analysis_account WHERE account = ?').pluck();
  return {
    lanes: kept.map((total) =>
      laneInfo(total, recordsOf(total.id), (operatorOf.get(total.account) as string | undefined) ?? null),
    ),
    leftOut: wanted.length - kept.length,
    asked: found.length,
    matching: matching.length,
    unknown: unknown.slice(0, MOST_UNKNOWN),
  };
}

function askedAccounts(
  db: Database,
  of: Exclude<LanesOf, { filter: unknown }> | MatchingRequests,
): { totals: AccountTotal[]; unknown: string[] } {
  if (of instanceof MatchingRequests) return { totals: of.accounts(), unknown: [] };
  const asked =
    'operator' in of ? readOperator(db, of.operator).operator.accounts : [...new Set(of.accounts)];
  const find = accountFinder(db);
  const unknown: string[] = [];
  const totals: AccountTotal[] = [];
  for (const account of asked) {
    const total = find(account);
    if (total) totals.push(total);
    else unknown.push(account);
  }
  return { totals, unknown };
}

type CountedTotal = AccountTotal & Pick<LaneInfo, 'ofRequests' | 'matches'>;

function laneInfo(total: CountedTotal, records: readonly AccountRecord[], operator: string | null): LaneInfo {
  const { account, requests, failed, ofRequests, matches, firstUs, lastUs } = total;
  const present = presentRecords(records)[0];
  return {
    account,
    requests,
    failed,
    ofRequests,
    matches,
    firstUs,
    lastUs,
    organisation: present?.organizationId ?? null,
    plan: present?.plan ?? null,
    operator,
    statuses: records.flatMap((record) =>
      record.status === null || record.statusChangedUs === null
        ? []
        : [{ sinceUs: record.statusChangedUs, status: record.status, stopped: isStopped(record) }],
    ),
  };
}

const begin = ({ firstUs }: AccountTotal) => firstUs ?? Number.MAX_SAFE_INTEGER;

function byId(a: AccountTotal, b: AccountTotal): number {
  return a.account < b.account ? -1 : a.account > b.account ? 1 : 0;
}
