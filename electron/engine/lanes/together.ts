import type { Together } from '../../../shared/contract/lanes.ts';
import type { Database } from '../case/database.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import type { Job } from '../jobs/job.ts';
import { activeByChance } from './active-by-chance.ts';
import { countedActivities } from './counted-activity.ts';
import { evennessByDay } from './evenness.ts';
import { mustFindAccounts } from './find-accounts.ts';
import { hourSpan } from './hourly.ts';

/** Eleven years of hours in one answer; of longer data the last. */
const MOST_HOURS = 100_000;

/** How the accounts keep time with each other, by the requests that a filter leaves. @throws StillwatchError NOT_FOUND, CANCELLED */
export async function readTogether(
  db: Database,
  accounts: readonly string[],
  left: MatchingRequests | undefined,
  job: Job,
): Promise<Together | null> {
  const activities = await countedActivities(db, mustFindAccounts(db, accounts), left, job);
  const span = hourSpan(activities);
  if (!span) return null;
  const firstHour = Math.max(span.first, span.last + 1 - MOST_HOURS);
  return {
    firstHour,
    ...activeByChance(activities, firstHour, span.last + 1 - firstHour),
    ...evennessByDay(activities),
  };
}
