import type { Side, SideOf } from '../../../shared/contract/lanes.ts';
import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';
import type { AccountTotal } from '../accounts/totals.ts';
import { readOperator } from '../analysis/results.ts';
import type { Database } from '../case/database.ts';
import { MatchingRequests } from '../filters/matching-requests.ts';
import type { BinRange } from '../filters/visit-requests.ts';
import { addActivities, emptyActivity } from '../requests/activity-codec.ts';
import { mustFindAccounts } from './find-accounts.ts';
import { sideValues } from './side-values.ts';

/**
 * One side of a comparison, counted by quarter hours from the cells in memory.
 * @param of an account, an operator, or what a filter leaves.
 * @param left what the filter in force leaves.
 * @throws StillwatchError NOT_FOUND
 */
export function readSide(
  db: Database,
  of: Exclude<SideOf['of'], { filter: unknown }> | MatchingRequests,
  range: SideOf['range'],
  left: MatchingRequests,
): Side {
  const asked = accountsOf(db, of);
  const { index } = left.answer.data;
  const totals = asked.filter(({ id }) => left.meetsOfAccounts(id));
  const bins = range && {
    from: Math.floor(range.fromUs / BIN_US),
    to: Math.ceil(range.toUs / BIN_US),
  };
  const parts = totals.map(({ id }) => within(left.activity(id), bins)).filter(({ bin }) => bin.length > 0);
  const activity = parts.length === 0 ? emptyActivity() : addActivities(parts);
  const { requests, values } = sideValues(
    left,
    totals.map(({ id }) => id),
    commonRanges(
      bins && { from: Math.max(0, bins.from - index.firstBin), to: Math.max(0, bins.to - index.firstBin) },
      left.answer.range,
    ),
  );
  return {
    accounts: totals.length,
    ofAccounts: asked.length,
    requests,
    ofRequests: asked.reduce((sum, total) => sum + total.requests, 0),
    bin: activity.bin,
    perBin: Uint32Array.from(activity.requests),
    failed: Uint32Array.from(activity.failed),
    values,
  };
}

/** The time that a side and a filter have in common. */
export function commonRanges(side: BinRange, filter: BinRange): BinRange[] {
  if (!side || !filter) return [side ?? filter];
  const parts = filter.negate
    ? [
        { from: side.from, to: Math.min(side.to, filter.from) },
        { from: Math.max(side.from, filter.to), to: side.to },
      ]
    : [{ from: Math.max(side.from, filter.from), to: Math.min(side.to, filter.to) }];
  // A range that ends before it begins takes nothing, and leaves out nothing.
  if (filter.negate && filter.from >= filter.to) return [side];
  return parts.filter(({ from, to }) => from < to);
}

function accountsOf(
  db: Database,
  of: Exclude<SideOf['of'], { filter: unknown }> | MatchingRequests,
): AccountTotal[] {
  if (of instanceof MatchingRequests) return of.accounts();
  const names = 'account' in of ? [of.account] : readOperator(db, of.operator).operator.accounts;
  return mustFindAccounts(db, names);
}

function within(activity: Activity, range: { readonly from: number; readonly to: number } | null): Activity {
  if (range === null) return activity;
  const keep = Array.from(activity.bin.keys()).filter(
    (i) => activity.bin[i] >= range.from && activity.bin[i] < range.to,
  );
  return {
    bin: Int32Array.from(keep, (i) => activity.bin[i]),
    requests: Uint32Array.from(keep, (i) => activity.requests[i]),
    failed: Uint32Array.from(keep, (i) => activity.failed[i]),
    inputTokens: Float64Array.from(keep, (i) => activity.inputTokens[i]),
    outputTokens: Float64Array.from(keep, (i) => activity.outputTokens[i]),
  };
}
