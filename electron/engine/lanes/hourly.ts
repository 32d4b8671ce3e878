import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';
import { HOUR_US } from '../analysis/coordination/bin-counts.ts';

const BINS_AN_HOUR = HOUR_US / BIN_US;

/** Hours of UTC since 1970, [first, last], that some activity touches; undefined where none has any. */
export function hourSpan(
  activities: readonly Activity[],
): { readonly first: number; readonly last: number } | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { bin } of activities) {
    if (bin.length === 0) continue;
    first = Math.min(first, hourOf(bin[0]));
    last = Math.max(last, hourOf(bin[bin.length - 1]));
  }
  return first > last ? undefined : { first, last };
}

export const hourOf = (bin: number) => Math.floor(bin / BINS_AN_HOUR);

/** Requests in each hour from `firstHour` on; others are left out. */
export function hourlyRequests(activity: Activity, firstHour: number, hours: number): Float64Array {
  const counts = new Float64Array(hours);
  for (let i = 0; i < activity.bin.length; i++) {
    const hour = hourOf(activity.bin[i]) - firstHour;
    if (hour >= 0 && hour < hours) counts[hour] += activity.requests[i];
  }
  return counts;
}
