import { isStopped } from '../account-traits.ts';
import { binCounts, DAY_US } from '../coordination/bin-counts.ts';
import { countDispersion, findChangePoints } from '../coordination/change-points.ts';
import { perContext } from './per-context.ts';
import type { SignalContext } from './signal.ts';
import { timeWindow } from './time-window.ts';

/** An account is taken to have stopped when its silence is so many times its longest gap before, and two days. */
const SILENCE_FACTOR = 3;
const LEAST_SILENCE_US = 2 * DAY_US;
const LEAST_REQUESTS = 10;
/** A rise to so many times the requests a day is a surge. */
const SURGE_FACTOR = 3;

/**
 * When each account stopped, in us; NaN where it did not. The time of its status where that says so and the data
 * reach it, else its last request when a long silence follows: three times its longest gap, two days at least.
 */
export const stopsUs = perContext((context): Float64Array => {
  const { data, traits } = context;
  const window = timeWindow(context);
  const stops = new Float64Array(data.accounts.length).fill(Number.NaN);
  if (!window) return stops;
  for (let a = 0; a < stops.length; a++) {
    const { record } = traits[a];
    const changedUs = record?.statusChangedUs ?? null;
    if (record && changedUs !== null && isStopped(record)) {
      if (changedUs >= window.firstUs && changedUs <= window.lastUs) stops[a] = changedUs;
      continue;
    }
    let requests = 0;
    let last = Number.NaN;
    let longest = 0;
    for (let i = data.from[a]; i < data.from[a + 1]; i++) {
      const time = data.timeUs[i];
      if (Number.isNaN(time)) break;
      if (requests > 0) longest = Math.max(longest, time - last);
      last = time;
      requests++;
    }
    const silenceUs = window.lastUs - last;
    if (requests >= LEAST_REQUESTS && silenceUs >= Math.max(LEAST_SILENCE_US, SILENCE_FACTOR * longest))
      stops[a] = last;
  }
  return stops;
});

/** When an account came in or rose: its first request when the data begin a day before, and its surges. */
export function onsetsUs(context: SignalContext, account: number): number[] {
  const { data } = context;
  const window = timeWindow(context);
  const times = data.timeUs.subarray(data.from[account], data.from[account + 1]);
  if (!window || times.length === 0 || Number.isNaN(times[0])) return [];
  const onsets: number[] = [];
  if (times[0] >= window.firstUs + DAY_US) onsets.push(times[0]);
  const counts = binCounts(times, window.fromUs, DAY_US, window.days);
  const { at, means } = findChangePoints(counts, countDispersion(counts));
  at.forEach((day, k) => {
    // From nothing to something is the first request or a return; only the former is known to be an onset.
    if (means[k] === 0 || means[k + 1] < SURGE_FACTOR * means[k]) return;
    const first = times.find((time) => time >= window.fromUs + day * DAY_US);
    if (first !== undefined) onsets.push(first);
  });
  return onsets;
}
