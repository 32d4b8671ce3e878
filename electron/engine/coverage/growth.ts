import {
  type CoverageGrowth,
  type GrowthCurve,
  type GrowthOf,
  MOST_READ_REQUESTS,
} from '../../../shared/contract/coverage.ts';
import type { Database } from '../case/database.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { type AskedCoverage, chosenAccounts } from './chosen-accounts.ts';
import { growingSteps } from './rarefied-curve.ts';
import { timedValues, ValueNumbers } from './row-values.ts';

const MOST_MEMBERS = 60;
const MEMBER_POINTS = 80;
const UNION_POINTS = 240;

/** Different values along the requests in order of time. @throws StillwatchError NOT_FOUND, CANCELLED */
export async function readGrowth(
  db: Database,
  asked: AskedCoverage,
  by: GrowthOf,
  job: Job,
): Promise<CoverageGrowth> {
  const pause = pacer(job);
  const { accounts, ofAccounts } = chosenAccounts(db, asked);
  const numbers = new ValueNumbers();
  const members: GrowthCurve[] = [];
  const all: { readonly timeUs: Float64Array; readonly value: Uint32Array }[] = [];
  let read = 0;
  let requests = 0;
  let counted = 0;
  let left = 0;
  for (const { id, account, requests: more } of accounts) {
    // The first is read however large it is: its page shows as many.
    if (read > 0 && requests + more > MOST_READ_REQUESTS) break;
    const one = timedValues(db, id, by, numbers, asked.left?.rows(db, id));
    read++;
    requests += more;
    counted += one.value.length;
    left += one.left;
    if (one.value.length > 0) {
      all.push(one);
      if (members.length < MOST_MEMBERS) members.push(growthOf(account, one.value, MEMBER_POINTS));
    }
    await pause({ stage: 'reading requests', done: read, total: accounts.length, unit: 'entries' });
  }
  return {
    union: accounts.length < 2 ? null : growthOf(null, merged(all), UNION_POINTS),
    members,
    read,
    ofAccounts,
    counted,
    left,
  };
}

/** Different values among the first m, at steps denser in the beginning. */
export function growthOf(account: string | null, values: ArrayLike<number>, points: number): GrowthCurve {
  const requests = growingSteps(values.length, points);
  const seen = new Set<number>();
  let at = 0;
  const distinct = requests.map((m) => {
    for (; at < m; at++) seen.add(values[at]);
    return seen.size;
  });
  return { account, requests, distinct };
}

/** The values of all in order of time; at one time by the order of the accounts. */
function merged(all: readonly { readonly timeUs: Float64Array; readonly value: Uint32Array }[]): Uint32Array {
  const length = all.reduce((sum, { value }) => sum + value.length, 0);
  const times = new Float64Array(length);
  const values = new Uint32Array(length);
  let at = 0;
  for (const { timeUs, value } of all) {
    times.set(timeUs, at);
    values.set(value, at);
    at += value.length;
  }
  return Uint32Array.from(times.keys())
    .sort((a, b) => times[a] - times[b] || a - b)
    .map((i) => values[i]);
}
