import { binCounts, DAY_US } from '../coordination/bin-counts.ts';
import { countDispersion, findChangePoints } from '../coordination/change-points.ts';
import { weekdayOf } from '../coordination/daily-rhythm.ts';
import { timelineAlignment } from '../coordination/timeline-alignment.ts';
import type { Dataset } from '../dataset.ts';
import { duration, pText } from './evidence-words.ts';
import { outsideEvents } from './model-releases.ts';
import { operatorRng } from './operator-rng.ts';
import type { Signal } from './signal.ts';
import { type TimeWindow, timeWindow, tooShort } from './time-window.ts';
import { counted } from './words.ts';

const LEAST_DAYS = 7;

export const developmentTimeline: Signal = {
  id: 'S12',
  title: 'Alignment with outside events',
  family: 'timeline',
  measures:
    'Mean distance from each outside event to the nearest working day (Monday to Friday, UTC) on which the operator’s requests a day change their level (change points by PELT, Poisson cost over the counts’ dispersion), each at most a week; p is the share of 9,999 draws of random dates, of the same kind of weekday, that lie as close.',
  unit: 'days',
  direction: 'low',
  innocent: [
    'Coincidence: with many events and many changes some lie close to each other, and events that nobody thought of do not count.',
    'Conferences, holidays and quarter ends move everybody’s work, also that of developers who announce a model.',
    'News of another model makes ordinary customers compare it with the one they use.',
  ],
  disabled(context) {
    const short = tooShort(context, LEAST_DAYS);
    if (short) return short;
    if (context.events.length === 0) return 'The case holds no context events to compare with.';
    return outsideEvents(context).length > 0
      ? null
      : 'No context event within the time of the data is an outside event; incidents and releases of models in the data do not count.';
  },
  test(context, members) {
    const { data } = context;
    const window = timeWindow(context);
    if (!window) return undefined;
    const { fromUs, toUs } = window;
    const changesUs = levelChangesUs(data, members, window);
    const outside = outsideEvents(context);
    const found = timelineAlignment(
      changesUs,
      outside.map(({ timeUs }) => timeUs ?? Number.NaN),
      fromUs,
      toUs,
      operatorRng(context, 'S12', members),
    );
    if (!found) return undefined;
    return {
      value: found.meanDistanceUs / DAY_US,
      n: found.events,
      p: found.p,
      detail: `${counted(found.events, 'outside event')} ${found.events === 1 ? 'lies' : 'lie'} ${duration(found.meanDistanceUs)} on average from the nearest of ${counted(changesUs.length, 'change')} in daily requests; random dates lie ${duration(found.expectedUs)} away (${pText(found.p)} for all events together).`,
    };
  },
};

/** Midnights at which requests a working day change. Weekends are left out: they change most people's work each week. */
function levelChangesUs(data: Dataset, members: Uint32Array, { fromUs, days }: TimeWindow): number[] {
  const counts = new Float64Array(days);
  for (const a of members) {
    const own = binCounts(data.timeUs.subarray(data.from[a], data.from[a + 1]), fromUs, DAY_US, days);
    for (let day = 0; day < days; day++) counts[day] += own[day];
  }
  const firstDay = fromUs / DAY_US;
  const working = Array.from(counts.keys()).filter((day) => weekdayOf(firstDay + day) < 5);
  const level = working.map((day) => counts[day]);
  return findChangePoints(level, countDispersion(level)).at.map((k) => fromUs + working[k] * DAY_US);
}
