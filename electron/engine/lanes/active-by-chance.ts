import type { Activity } from '../../../shared/contract/timeline.ts';
import { weekdayOf } from '../analysis/coordination/daily-rhythm.ts';
import { hourOf } from './hourly.ts';

/** Columns of one element an hour of UTC. */
export interface ActiveByChance {
  readonly active: Uint16Array;
  readonly expected: Float32Array;
  readonly deviation: Float32Array;
}

const SLOTS = 48;

/**
 * How many accounts have a request in each hour, and how many would by chance. The null turns each account's working
 * days (Monday to Friday) around a circle within its own life, its weekend days likewise, every turn as likely, each
 * account by itself: an hour of a day then holds what it held on any such day, so the account is active with p = days
 * of that kind active at that hour / days of that kind in its life. The number of active accounts is a sum of
 * independent trials: mean sum p, variance sum p (1 - p). Exact, without draws. O(accounts * hours of their lives).
 */
export function activeByChance(
  activities: readonly Activity[],
  firstHour: number,
  hours: number,
): ActiveByChance {
  const active = new Uint16Array(hours);
  const expected = new Float64Array(hours);
  const variance = new Float64Array(hours);
  for (const { bin } of activities) {
    if (bin.length === 0) continue;
    const firstDay = dayOf(hourOf(bin[0]));
    const lastDay = dayOf(hourOf(bin[bin.length - 1]));
    const share = sharesBySlot(bin, firstDay, lastDay, (hour) => {
      const at = hour - firstHour;
      if (at >= 0 && at < hours) active[at]++;
    });
    const end = Math.min(hours, (lastDay + 1) * 24 - firstHour);
    for (let at = Math.max(0, firstDay * 24 - firstHour); at < end; at++) {
      const p = share[slotOf(firstHour + at)];
      expected[at] += p;
      variance[at] += p * (1 - p);
    }
  }
  return { active, expected: Float32Array.from(expected), deviation: Float32Array.from(variance, Math.sqrt) };
}

/** Share of the days of a kind with a request at an hour, by slot; `hear` is told every active hour once. */
function sharesBySlot(
  bin: Int32Array,
  firstDay: number,
  lastDay: number,
  hear: (hour: number) => void,
): Float64Array {
  const days = [0, 0];
  for (let day = firstDay; day <= lastDay; day++) days[isWeekend(day) ? 1 : 0]++;
  const share = new Float64Array(SLOTS);
  let last = Number.NaN;
  for (const number of bin) {
    const hour = hourOf(number);
    if (hour === last) continue;
    last = hour;
    hear(hour);
    share[slotOf(hour)]++;
  }
  return share.map((n, slot) => (n === 0 ? 0 : n / days[slot < 24 ? 0 : 1]));
}

const dayOf = (hour: number) => Math.floor(hour / 24);
const isWeekend = (day: number) => weekdayOf(day) >= 5;

/** Hour of the day, 24 higher at weekends. */
function slotOf(hour: number): number {
  const day = dayOf(hour);
  return hour - day * 24 + (isWeekend(day) ? 24 : 0);
}
