import { BIN_US } from '../../../shared/time/bin.ts';
import type { Database } from '../case/database.ts';
import { activityReader } from '../timeline/activity.ts';

const HOUR_US = 3_600_000_000;
/** The busiest hours are compared: who works around the clock is active in the same hours as anybody else. */
const BUSIEST = 0.1;
/** Fewer busy hours than these tell nothing. */
const LEAST_HOURS = 24;

/** The busiest tenth of the hours in which the accounts asked something, each as its number since 1970 UTC. */
export function busyHours(db: Database, accounts: Iterable<number>): readonly string[] {
  const read = activityReader(db);
  const requests = new Map<number, number>();
  for (const account of accounts) {
    const { bin, requests: counts } = read(account);
    bin.forEach((number, i) => {
      const hour = Math.floor((number * BIN_US) / HOUR_US);
      requests.set(hour, (requests.get(hour) ?? 0) + counts[i]);
    });
  }
  const hours = [...requests].sort(([hour, one], [next, other]) => other - one || hour - next);
  // Hours as busy as those that no longer belong to the tenth are no busier than others.
  const [, ordinary] = hours[Math.floor(hours.length * BUSIEST)] ?? [0, 0];
  const busiest = hours.filter(([, count]) => count > ordinary);
  return busiest.length < LEAST_HOURS ? [] : busiest.map(([hour]) => String(hour));
}
