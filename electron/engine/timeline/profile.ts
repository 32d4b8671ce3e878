import { type Activity, BIN_US, type Profile, type ProfileUnit } from '../../../shared/contract/timeline.ts';
import { hourOfWeek } from '../../../shared/time/hour-of-week.ts';
import { toWall, type Zone } from '../../../shared/time/zone.ts';

const DAY_US = 86_400_000_000;

/**
 * Activity added up by calendar day, or by hour of the week, in a zone. Neither is stored: both follow from the
 * quarter hours, of which an account has a few thousand at most, and what is stored by day would be wrong as soon
 * as the case's time zone is changed. A quarter hour counts whole where it begins, and zones change their offset on
 * quarter hours only.
 */
export function profileOf(activity: Activity, zone: Zone, by: ProfileUnit): Profile {
  const unitOf = by === 'day' ? (wallUs: number) => Math.floor(wallUs / DAY_US) : hourOfWeek;
  const sums = new Map<number, [number, number, number, number]>();
  for (let i = 0; i < activity.bin.length; i++) {
    const unit = unitOf(toWall(zone, activity.bin[i] * BIN_US));
    let sum = sums.get(unit);
    if (!sum) {
      sum = [0, 0, 0, 0];
      sums.set(unit, sum);
    }
    sum[0] += activity.requests[i];
    sum[1] += activity.failed[i];
    sum[2] += activity.inputTokens[i];
    sum[3] += activity.outputTokens[i];
  }
  const ascending = [...sums].sort(([a], [b]) => a - b);
  const column = (k: 0 | 1 | 2 | 3) => Float64Array.from(ascending, ([, sum]) => sum[k]);
  return {
    timeZone: zone.name,
    unit: Int32Array.from(ascending, ([unit]) => unit),
    requests: column(0),
    failed: column(1),
    inputTokens: column(2),
    outputTokens: column(3),
  };
}
