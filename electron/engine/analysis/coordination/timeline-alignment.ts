import type { Rng } from '../../rng.ts';
import { resamplingP } from '../statistics/resampling.ts';
import { DAY_US } from './bin-counts.ts';
import { weekdayOf } from './daily-rhythm.ts';

export interface TimelineAlignment {
  /** Mean distance from an event to the nearest change point, each at most a week. */
  readonly meanDistanceUs: number;
  /** The same for random dates, on average. */
  readonly expectedUs: number;
  /** Share of draws of random dates that lie as close. */
  readonly p: number;
  /** Events tried: with many, some come close by chance, so p is for all of them together. */
  readonly events: number;
}

const DRAWS = 9999;
/** Further away is not near: one event out of range shall not outweigh the others. */
const FARTHEST_US = 7 * DAY_US;

/**
 * Whether external events (a rival's releases, say) lie closer to an operator's change points than random dates do
 * (S12). Random dates keep each event's time of day and whether it is a working day, since both releases and
 * changes shun weekends. Only events in [fromUs, toUs) count. Undefined without change points or events.
 */
export function timelineAlignment(
  changesUs: readonly number[],
  eventsUs: readonly number[],
  fromUs: number,
  toUs: number,
  rng: Rng,
): TimelineAlignment | undefined {
  const events = eventsUs.filter((timeUs) => timeUs >= fromUs && timeUs < toUs);
  if (changesUs.length === 0 || events.length === 0) return undefined;
  const changes = Float64Array.from(changesUs).sort();
  const distances = (times: readonly number[]) =>
    times.reduce((sum, timeUs) => sum + nearest(changes, timeUs), 0) / times.length;
  const choices = events.map((timeUs) => datesLike(timeUs, fromUs, toUs));
  const observed = distances(events);
  let asClose = 0;
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = distances(choices.map((dates) => rng.pick(dates)));
    sum += drawn;
    if (drawn <= observed) asClose++;
  }
  return {
    meanDistanceUs: observed,
    expectedUs: sum / DRAWS,
    p: resamplingP(asClose, DRAWS),
    events: events.length,
  };
}

/** The same time of day on each day of the window that is as much a working day; the event's own among them. */
function datesLike(timeUs: number, fromUs: number, toUs: number): number[] {
  const isWeekend = (time: number) => weekdayOf(Math.floor(time / DAY_US)) >= 5;
  const dates: number[] = [];
  const first = timeUs - Math.floor((timeUs - fromUs) / DAY_US) * DAY_US;
  for (let date = first; date < toUs; date += DAY_US) {
    if (isWeekend(date) === isWeekend(timeUs)) dates.push(date);
  }
  return dates;
}

function nearest(ascending: Float64Array, timeUs: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] < timeUs) low = middle + 1;
    else high = middle;
  }
  let distance = FARTHEST_US;
  if (low < ascending.length) distance = Math.min(distance, ascending[low] - timeUs);
  if (low > 0) distance = Math.min(distance, timeUs - ascending[low - 1]);
  return distance;
}
