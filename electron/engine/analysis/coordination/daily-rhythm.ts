import { DAY_US, HOUR_US } from './bin-counts.ts';
import { entropyBits } from './pacing.ts';

/** How requests spread over the hours of the day; UTC, for only the shape matters, not where it lies. */
export interface DailyRhythm {
  /** Requests in each hour of the day; 24 long. */
  readonly hours: Float64Array;
  /** Entropy of the hours over log2(24), in [0, 1]; 1 is flat round the clock. */
  readonly hourEntropy: number;
  /** Mean resultant length of the times of day on a circle, in [0, 1]; 0 is flat, 1 one moment a day. */
  readonly concentration: number;
  /** Requests on Saturday and Sunday (UTC) over what equal days would give; 1 is no weekend. */
  readonly weekendRatio: number;
}

/** 1970-01-01 was a Thursday; counted from Monday. */
const FIRST_WEEKDAY = 3;

/** The daily rhythm of times in us UTC; NaN times are left out, without any all measures are NaN. */
export function dailyRhythm(timesUs: ArrayLike<number>): DailyRhythm {
  const hours = new Float64Array(24);
  let cosines = 0;
  let sines = 0;
  let weekend = 0;
  let n = 0;
  for (let i = 0; i < timesUs.length; i++) {
    const time = timesUs[i];
    if (Number.isNaN(time)) continue;
    const day = Math.floor(time / DAY_US);
    const ofDay = time - day * DAY_US;
    hours[Math.floor(ofDay / HOUR_US)]++;
    const angle = (2 * Math.PI * ofDay) / DAY_US;
    cosines += Math.cos(angle);
    sines += Math.sin(angle);
    if (weekdayOf(day) >= 5) weekend++;
    n++;
  }
  return {
    hours,
    hourEntropy: entropyBits(hours) / Math.log2(24),
    concentration: Math.hypot(cosines, sines) / n,
    weekendRatio: weekend / n / (2 / 7),
  };
}

/** Weekday of a day counted from 1970-01-01: 0 Monday to 6 Sunday. */
export function weekdayOf(day: number): number {
  return (((day + FIRST_WEEKDAY) % 7) + 7) % 7;
}

/**
 * The longest stretch without a request in each UTC day from the first to the last day of ascending times, in us;
 * stretches are cut at midnight, so a day without requests gives 24 h. Empty without times.
 */
export function longestIdlePerDay(timesUs: ArrayLike<number>): Float64Array {
  if (timesUs.length === 0) return new Float64Array(0);
  const firstDay = Math.floor(timesUs[0] / DAY_US);
  const lastDay = Math.floor(timesUs[timesUs.length - 1] / DAY_US);
  const longest = new Float64Array(lastDay - firstDay + 1);
  let i = 0;
  for (let k = 0; k < longest.length; k++) {
    const end = (firstDay + k + 1) * DAY_US;
    let since = (firstDay + k) * DAY_US;
    for (; i < timesUs.length && timesUs[i] < end; i++) {
      longest[k] = Math.max(longest[k], timesUs[i] - since);
      since = timesUs[i];
    }
    longest[k] = Math.max(longest[k], end - since);
  }
  return longest;
}
