import type { LaneTests } from '../../../shared/contract/lanes.ts';
import { HOUR_US } from '../analysis/coordination/bin-counts.ts';
import { loadEquality } from '../analysis/coordination/load-equality.ts';
import { synchronisedLoad } from '../analysis/coordination/synchronised-load.ts';
import type { Database } from '../case/database.ts';
import type { Job } from '../jobs/job.ts';
import { Rng } from '../rng.ts';
import { readActivity } from '../timeline/activity.ts';
import { countedActivities } from './counted-activity.ts';
import { mustFindAccounts } from './find-accounts.ts';
import { hourlyRequests, hourSpan } from './hourly.ts';
import { otherAccounts } from './other-accounts.ts';

/** As in the signals, longer data are tested in their last days. */
const TESTED_DAYS = 92;
/** So many lanes, and so many others, stand for all: the engine has other questions to answer meanwhile. */
const MOST_SERIES = 60;

/** S14 and S15 on all requests of the accounts. @throws StillwatchError NOT_FOUND, CANCELLED */
export async function runLaneTests(
  db: Database,
  accounts: readonly string[],
  job: Job,
): Promise<LaneTests | null> {
  const totals = mustFindAccounts(db, accounts);
  const ids = totals.map(({ id }) => id);
  const activities = await countedActivities(db, totals, undefined, job);
  const span = hourSpan(activities);
  if (!span) return null;
  const lastDay = Math.floor(span.last / 24) + 1;
  const days = lastDay - Math.floor(span.first / 24);
  const tested = Math.min(TESTED_DAYS, days);
  const firstHour = (lastDay - tested) * 24;
  const rng = new Rng(1).fork('synchrony');
  const counts = activities.map((one) => hourlyRequests(one, firstHour, tested * 24));
  const reference = otherAccounts(db, ids, MOST_SERIES).map((id) =>
    hourlyRequests(readActivity(db, id), firstHour, tested * 24),
  );
  const sample = counts.length <= MOST_SERIES ? counts : rng.sample(counts, MOST_SERIES);
  const synchrony = synchronisedLoad({ counts: sample, binUs: HOUR_US, reference }, rng);
  const load = loadEquality(counts, HOUR_US);
  return {
    synchrony: synchrony
      ? {
          meanCorrelation: synchrony.meanCorrelation,
          p: synchrony.p,
          accounts: synchrony.accounts,
          ofAccounts: counts.length,
          reference: synchrony.reference,
          rhythm: synchrony.rhythm,
        }
      : null,
    load: load
      ? { varianceToMean: load.varianceToMean, p: load.p, hours: load.bins, counts: load.counts }
      : null,
    testedDays: tested < days ? tested : null,
  };
}
