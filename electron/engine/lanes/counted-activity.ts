import type { Activity } from '../../../shared/contract/timeline.ts';
import type { AccountTotal } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { activityReader } from '../timeline/activity.ts';

/** Reads the activity of accounts: of the requests that a filter leaves, or of all without one. */
export function countedActivity(db: Database, left: MatchingRequests | undefined): (id: number) => Activity {
  return left ? (id) => left.activity(id) : activityReader(db);
}

/** The activities of many accounts, read in slices. @throws StillwatchError CANCELLED */
export async function countedActivities(
  db: Database,
  totals: readonly AccountTotal[],
  left: MatchingRequests | undefined,
  job: Job,
): Promise<Activity[]> {
  const pause = pacer(job);
  const activityOf = countedActivity(db, left);
  const activities: Activity[] = [];
  for (const { id } of totals) {
    activities.push(activityOf(id));
    await pause({
      stage: 'reading activity',
      done: activities.length,
      total: totals.length,
      unit: 'entries',
    });
  }
  return activities;
}
