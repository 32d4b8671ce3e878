import { mustFindAccount } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';
import { readActivity } from '../timeline/activity.ts';
import { hourlyRequests, hourSpan } from './hourly.ts';
import { seriate } from './seriation.ts';

/** Of longer courses several hours go together, so that comparing all pairs stays short. */
const MOST_STEPS = 512;
const MOST_PRODUCTS = 1e8;

/** Places of the accounts, alike courses of requests beside each other. @throws StillwatchError NOT_FOUND */
export function similarOrder(db: Database, accounts: readonly string[]): Uint32Array {
  const activities = accounts.map((account) => readActivity(db, mustFindAccount(db, account)));
  const span = hourSpan(activities);
  if (!span) return Uint32Array.from(accounts.keys());
  const hours = span.last + 1 - span.first;
  const pairs = Math.max(1, (accounts.length * accounts.length) / 2);
  const steps = Math.max(8, Math.min(MOST_STEPS, hours, Math.floor(MOST_PRODUCTS / pairs)));
  const width = Math.ceil(hours / steps);
  return seriate(
    activities.map((activity) => {
      const course = new Float64Array(Math.ceil(hours / width));
      hourlyRequests(activity, span.first, hours).forEach((requests, hour) => {
        course[Math.floor(hour / width)] += requests;
      });
      // Square roots, as the lanes are drawn: one busy hour does not make two courses alike.
      return course.map(Math.sqrt);
    }),
  );
}
