import {
  ARRIVAL_BINS,
  ARRIVAL_FIRST_US,
  ARRIVAL_STEPS_A_DECADE,
  type ArrivalGaps,
} from '../../../shared/contract/lanes.ts';
import { allTotals, mustFindAccount } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import { accountStretches } from '../requests/account-chunks.ts';
import { otherAccounts } from './other-accounts.ts';

/** Accounts read of the selection, and of the others. */
const MOST_READ = 200;
const MOST_OTHERS = 60;
/** Of one account no more requests are read than this, the earliest. */
const MOST_REQUESTS = 20_000;

/** Times between requests that a filter leaves, of the accounts and of others. @throws StillwatchError NOT_FOUND */
export function readArrivals(
  db: Database,
  accounts: readonly string[],
  left?: MatchingRequests,
): { subject: ArrivalGaps; others: ArrivalGaps } {
  const ids = accounts.map((account) => mustFindAccount(db, account));
  const own = new Set(ids);
  const further = allTotals(db).filter(({ id, requests }) => requests > 0 && !own.has(id)).length;
  return {
    subject: gapsOf(db, ids.slice(0, MOST_READ), ids.length, left),
    others: gapsOf(db, otherAccounts(db, ids, MOST_OTHERS), further, left),
  };
}

function gapsOf(
  db: Database,
  ids: readonly number[],
  ofAccounts: number,
  left: MatchingRequests | undefined,
): ArrivalGaps {
  const gaps = new Uint32Array(ARRIVAL_BINS);
  const share = new Float64Array(ARRIVAL_BINS);
  let total = 0;
  let simultaneous = 0;
  let accounts = 0;
  for (const id of ids) {
    const own = histogram(timesOf(db, id, left));
    if (own.total === 0) continue;
    accounts++;
    total += own.total;
    simultaneous += own.simultaneous;
    own.gaps.forEach((n, bin) => {
      gaps[bin] += n;
      share[bin] += n / own.total;
    });
  }
  return {
    gaps,
    share: share.map((sum) => sum / Math.max(1, accounts)),
    total,
    simultaneous,
    accounts,
    looked: ids.length,
    ofAccounts,
  };
}

function timesOf(db: Database, id: number, left: MatchingRequests | undefined): Float64Array {
  const times: number[] = [];
  const matchIn = left?.rows(db, id);
  for (const stretch of accountStretches(db, id, true)) {
    const { timeUs, from, to } = stretch;
    const meets = matchIn?.(stretch);
    for (let i = from; i < to && times.length < MOST_REQUESTS; i++) {
      if (!Number.isNaN(timeUs[i]) && (meets?.(i) ?? true)) times.push(timeUs[i]);
    }
  }
  return Float64Array.from(times).sort();
}

/** Gaps between ascending times by bin; gaps below a millisecond lie in the first bin, those of no time at all too. */
export function histogram(times: Float64Array): {
  gaps: Uint32Array;
  total: number;
  simultaneous: number;
} {
  const gaps = new Uint32Array(ARRIVAL_BINS);
  let simultaneous = 0;
  for (let i = 1; i < times.length; i++) {
    const gap = times[i] - times[i - 1];
    if (gap === 0) simultaneous++;
    gaps[arrivalBin(gap)]++;
  }
  return { gaps, total: Math.max(0, times.length - 1), simultaneous };
}

/** The bin of a gap in us, from 0 on. */
export function arrivalBin(gapUs: number): number {
  // A hair more, for the logarithm of a bin's own edge may fall short of it.
  const bin = Math.floor(ARRIVAL_STEPS_A_DECADE * Math.log10(gapUs / ARRIVAL_FIRST_US) + 1e-9);
  return Math.min(ARRIVAL_BINS - 1, Math.max(0, bin));
}
