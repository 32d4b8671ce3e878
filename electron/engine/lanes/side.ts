import { SIDE_FIELDS, type Side, type SideOf } from '../../../shared/contract/lanes.ts';
import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';
import { type AccountTotal, mustFindAccount, totalsOf } from '../accounts/totals.ts';
import { readOperator } from '../analysis/results.ts';
import type { Database } from '../case/database.ts';
import { addActivities, emptyActivity } from '../requests/activity-codec.ts';
import { readActivity } from '../timeline/activity.ts';
import { allTimeValues, valuesInRange } from './side-values.ts';

/** Single requests of a range are read one by one, so no more than this. */
const MOST_READ = 200_000;
const MOST_READ_ACCOUNTS = 500;

/** One side of a comparison. @throws StillwatchError NOT_FOUND */
export function readSide(db: Database, { of, range }: SideOf): Side {
  const names = 'account' in of ? [of.account] : readOperator(db, of.operator).operator.accounts;
  const totals = names.map((account) => totalsOf(db, mustFindAccount(db, account)) as AccountTotal);
  const parts = totals.map(({ id }) => within(readActivity(db, id), range));
  const filled = parts.filter(({ bin }) => bin.length > 0);
  const activity = filled.length === 0 ? emptyActivity() : addActivities(filled);
  const timed = activity.requests.reduce((sum, n) => sum + n, 0);
  const all = totals.reduce((sum, { requests }) => sum + requests, 0);
  const tooMany = range !== null && (timed > MOST_READ || totals.length > MOST_READ_ACCOUNTS);
  const ids = totals.map(({ id }) => id);
  return {
    accounts: totals.length,
    requests: range === null ? all : timed,
    ofRequests: all,
    firstUs: least(totals.map(({ firstUs }) => firstUs)),
    lastUs: most(totals.map(({ lastUs }) => lastUs)),
    bin: activity.bin,
    perBin: Uint32Array.from(activity.requests),
    failed: Uint32Array.from(activity.failed),
    values: tooMany
      ? []
      : range === null
        ? SIDE_FIELDS.map((field) => allTimeValues(db, ids, field))
        : valuesInRange(db, ids, range.fromUs, range.toUs),
    missing: tooMany
      ? `Models, topics and statuses of a time range are read request by request, up to ${MOST_READ.toLocaleString('en-US')} of ${MOST_READ_ACCOUNTS} accounts. Choose a shorter range, one account, or all time.`
      : null,
  };
}

function within(activity: Activity, range: SideOf['range']): Activity {
  if (range === null) return activity;
  const keep = Array.from(activity.bin.keys()).filter((i) => {
    const from = activity.bin[i] * BIN_US;
    return from + BIN_US > range.fromUs && from < range.toUs;
  });
  return {
    bin: Int32Array.from(keep, (i) => activity.bin[i]),
    requests: Uint32Array.from(keep, (i) => activity.requests[i]),
    failed: Uint32Array.from(keep, (i) => activity.failed[i]),
    inputTokens: Float64Array.from(keep, (i) => activity.inputTokens[i]),
    outputTokens: Float64Array.from(keep, (i) => activity.outputTokens[i]),
  };
}

const known = (times: readonly (number | null)[]) => times.filter((time) => time !== null);
const least = (times: readonly (number | null)[]) =>
  known(times).reduce<number | null>((best, time) => (best === null || time < best ? time : best), null);
const most = (times: readonly (number | null)[]) =>
  known(times).reduce<number | null>((best, time) => (best === null || time > best ? time : best), null);
