import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';
import { fromWall, toWall, type Zone } from '../../../shared/time/zone.ts';
import type { Range } from '../../store/view-history.ts';

/** An hour of the week by the clock of a zone; weekday 0 is Monday, hour 0 to 23. */
export interface WeekHour {
  readonly weekday: number;
  readonly hour: number;
}

export interface HourOfDay {
  readonly range: Range;
  readonly requests: number;
}

const HOUR_US = 4 * BIN_US;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

/** Every such hour in `range` with requests, in order of time, with the number of its requests. */
export function hoursLike(
  activity: Activity,
  zone: Zone,
  range: Range,
  { weekday, hour }: WeekHour,
): readonly HourOfDay[] {
  const byWallHour = new Map<number, number>();
  for (let index = 0; index < activity.bin.length; index++) {
    const us = activity.bin[index] * BIN_US;
    if (us < range.fromUs - (range.fromUs % BIN_US) || us >= range.toUs) continue;
    const wallHour = Math.floor(toWall(zone, us) / HOUR_US);
    const day = Math.floor(wallHour / 24);
    if (wallHour - day * 24 !== hour || (((day + FIRST_WEEKDAY) % 7) + 7) % 7 !== weekday) continue;
    byWallHour.set(wallHour, (byWallHour.get(wallHour) ?? 0) + activity.requests[index]);
  }
  const hours: HourOfDay[] = [];
  for (const [wallHour, requests] of byWallHour) {
    const start = fromWall(zone, wallHour * HOUR_US);
    if (start.kind === 'gap') continue;
    // Where clocks are set back this hour is passed twice; both passes belong to it.
    const length = start.kind === 'ambiguous' ? 2 * HOUR_US : HOUR_US;
    hours.push({ range: { fromUs: start.us, toUs: start.us + length }, requests });
  }
  return hours.sort((a, b) => a.range.fromUs - b.range.fromUs);
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
