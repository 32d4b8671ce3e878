import { type LaneInfo, type LaneSet, type LanesOf, MOST_LANES } from '../../../shared/contract/lanes.ts';
import { presentRecords, recordsOf } from '../accounts/records.ts';
import { type AccountTotal, accountId, totalsOf } from '../accounts/totals.ts';
import { isStopped } from '../analysis/account-traits.ts';
import { readOperator, scoreReader } from '../analysis/results.ts';
import type { Database } from '../case/database.ts';

const MOST_UNKNOWN = 100;

/** The lanes of an operator or of a list of accounts. @throws StillwatchError NOT_FOUND for an unknown operator */
export function openLanes(db: Database, of: LanesOf): LaneSet {
  const asked =
    'operator' in of ? readOperator(db, of.operator).operator.accounts : [...new Set(of.accounts)];
  const unknown: string[] = [];
  const totals: AccountTotal[] = [];
  for (const account of asked) {
    const id = accountId(db, account);
    const total = id === undefined ? undefined : totalsOf(db, id);
    if (total) totals.push(total);
    else unknown.push(account);
  }
  totals.sort((a, b) => b.requests - a.requests || byId(a, b));
  const kept = totals.slice(0, MOST_LANES).sort((a, b) => begin(a) - begin(b) || byId(a, b));
  const analysisOf = scoreReader(db);
  return {
    lanes: kept.map((total) => laneInfo(db, total, analysisOf(total.account)?.operator ?? null)),
    leftOut: totals.length - kept.length,
    unknown: unknown.slice(0, MOST_UNKNOWN),
  };
}

function laneInfo(db: Database, total: AccountTotal, operator: string | null): LaneInfo {
  const { id, account, requests, failed, firstUs, lastUs } = total;
  const records = recordsOf(db, id);
  const present = presentRecords(records)[0];
  return {
    account,
    requests,
    failed,
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
