import { DAY_US } from '../coordination/bin-counts.ts';
import { perContext } from './per-context.ts';
import type { SignalContext } from './signal.ts';

/** The UTC days that a data set covers. */
export interface TimeWindow {
  /** Midnight before the first request and midnight after the last. */
  readonly fromUs: number;
  readonly toUs: number;
  readonly days: number;
  /** The first and the last request themselves. */
  readonly firstUs: number;
  readonly lastUs: number;
}

/** Days at the ends with fewer requests than this share are clocks that went wrong, not days of the data. */
const LEAST_SHARE = 1e-4;

const windows = perContext(({ data }) => ({ window: windowOf(data.timeUs) }));

/** The window of the data; undefined where no request has a time. */
export function timeWindow(context: SignalContext): TimeWindow | undefined {
  return windows(context).window;
}

function windowOf(timeUs: Float64Array): TimeWindow | undefined {
  const perDay = new Map<number, number>();
  let timed = 0;
  for (const time of timeUs) {
    if (Number.isNaN(time)) continue;
    const day = Math.floor(time / DAY_US);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    timed++;
  }
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const [day, requests] of perDay) {
    if (requests < LEAST_SHARE * timed) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (first > last) return undefined;
  const fromUs = first * DAY_US;
  const toUs = (last + 1) * DAY_US;
  let firstUs = toUs;
  let lastUs = fromUs;
  for (const time of timeUs) {
    if (!(time >= fromUs && time < toUs)) continue;
    firstUs = Math.min(firstUs, time);
    lastUs = Math.max(lastUs, time);
  }
  return { fromUs, toUs, days: last - first + 1, firstUs, lastUs };
}

/** Why a signal cannot be had from so few days; null where there are enough. */
export function tooShort(context: SignalContext, leastDays: number): string | null {
  const window = timeWindow(context);
  if (!window) return 'No request has a time that can be read.';
  if (window.days >= leastDays) return null;
  const covered = window.days === 1 ? 'one day' : `${window.days} days`;
  return `The requests cover ${covered} (UTC); this takes at least ${leastDays}.`;
}
