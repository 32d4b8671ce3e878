import type { Database } from '../case/database.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { countedActivities } from './counted-activity.ts';
import { mustFindAccounts } from './find-accounts.ts';
import { hourlyRequests, hourSpan } from './hourly.ts';
import { seriate } from './seriation.ts';

/** Of longer courses several hours go together, so that comparing all pairs stays short. */
const MOST_STEPS = 512;
const MOST_PRODUCTS = 1e8;

/**
 * Places of the accounts, alike courses of requests beside each other, worked out in slices.
 * @throws StillwatchError NOT_FOUND, CANCELLED
 */
export async function similarOrder(
  db: Database,
  accounts: readonly string[],
  job: Job,
): Promise<Uint32Array> {
  const pause = pacer(job);
  const activities = await countedActivities(db, mustFindAccounts(db, accounts), undefined, job);
  const span = hourSpan(activities);
  if (!span) return Uint32Array.from(accounts.keys());
  const hours = span.last + 1 - span.first;
  const pairs = Math.max(1, (accounts.length * accounts.length) / 2);
  const steps = Math.max(8, Math.min(MOST_STEPS, hours, Math.floor(MOST_PRODUCTS / pairs)));
  const width = Math.ceil(hours / steps);
  const tell = (done: number) => pause({ stage: 'ordering lanes', done, unit: 'entries' });
  const courses: Float64Array[] = [];
  for (const activity of activities) {
    const course = new Float64Array(Math.ceil(hours / width));
    hourlyRequests(activity, span.first, hours).forEach((requests, hour) => {
      course[Math.floor(hour / width)] += requests;
    });
    // Square roots, as the lanes are drawn: one busy hour does not make two courses alike.
    courses.push(course.map(Math.sqrt));
    await tell(0);
  }
  return seriate(courses, tell);
}
