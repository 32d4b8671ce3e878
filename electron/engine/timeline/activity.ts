import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';
import { toWall, type Zone } from '../../../shared/time/zone.ts';
import type { Database } from '../case/database.ts';
import { ALL_ACCOUNTS } from '../import/roll-ups.ts';
import { addActivities, emptyActivity, unpackActivity } from '../requests/activity-codec.ts';

const DAY_US = 86_400_000_000;

/** Activity of one account over all sources, or of the whole case with null. */
export function readActivity(db: Database, account: number | null): Activity {
  return activityReader(db)(account);
}

/** As `readActivity`, for many accounts. */
export function activityReader(db: Database): (account: number | null) => Activity {
  const select = db.prepare('SELECT bins FROM account_activity WHERE account_id = ?').pluck();
  return (account) => sumOf(select.all(account ?? ALL_ACCOUNTS) as Uint8Array[]);
}

function sumOf(parts: readonly Uint8Array[]): Activity {
  return parts.length === 0 ? emptyActivity() : addActivities(parts.map(unpackActivity));
}

/** Calendar days in the zone with at least one request. */
export function activeDays({ bin }: Activity, zone: Zone): number {
  let days = 0;
  let last = Number.NaN;
  for (const number of bin) {
    const day = Math.floor(toWall(zone, number * BIN_US) / DAY_US);
    if (day !== last) days++;
    last = day;
  }
  return days;
}

/** Requests in `length` equal bins over [fromUs, toUs]; each quarter hour counts where it begins. */
export function sparkOf(activity: Activity, fromUs: number, toUs: number, length: number): Uint32Array {
  const spark = new Uint32Array(length);
  const width = Math.max(toUs - fromUs, BIN_US) / length;
  for (let i = 0; i < activity.bin.length; i++) {
    const at = Math.floor((activity.bin[i] * BIN_US - fromUs) / width);
    spark[Math.min(Math.max(at, 0), length - 1)] += activity.requests[i];
  }
  return spark;
}
