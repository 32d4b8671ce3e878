import type { Together } from '../../../shared/contract/lanes.ts';
import { mustFindAccount } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';
import { readActivity } from '../timeline/activity.ts';
import { activeByChance } from './active-by-chance.ts';
import { evennessByDay } from './evenness.ts';
import { hourSpan } from './hourly.ts';

/** Eleven years of hours in one answer; of longer data the last. */
const MOST_HOURS = 100_000;

/** How the accounts keep time with each other. @throws StillwatchError NOT_FOUND */
export function readTogether(db: Database, accounts: readonly string[]): Together | null {
  const activities = accounts.map((account) => readActivity(db, mustFindAccount(db, account)));
  const span = hourSpan(activities);
  if (!span) return null;
  const firstHour = Math.max(span.first, span.last + 1 - MOST_HOURS);
  return {
    firstHour,
    ...activeByChance(activities, firstHour, span.last + 1 - firstHour),
    ...evennessByDay(activities),
  };
}
