import type { Together } from '../../../shared/contract/lanes.ts';
import { calendarStarts } from '../../draw/calendar.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { lowerBound } from '../timeline/bins.ts';
import type { Level } from '../timeline/levels.ts';

/** Steps of one width, ascending: mean over the hours that begin in each. */
export interface TogetherBins {
  readonly fromUs: Float64Array;
  readonly toUs: Float64Array;
  readonly active: Float64Array;
  readonly expected: Float64Array;
  /** Where chance puts 95 % of the hours; for longer steps the mean of those limits, which is wider than chance. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Hours behind each step; steps without any are left out. */
  readonly hours: Uint32Array;
}

const HOUR_US = 3_600_000_000;
const Z = 1.959964;

/** Lanes active in an hour, averaged over the cells of a level; cells shorter than an hour give hours. */
export function togetherBins(
  together: Together,
  level: Level,
  spans: ZoneSpans,
  limits: TimeRange,
): TogetherBins {
  const { firstHour, active, expected, deviation } = together;
  const starts =
    level.us <= HOUR_US
      ? Array.from({ length: active.length + 1 }, (_, i) => (firstHour + i) * HOUR_US)
      : calendarStarts(spans, level.step, limits.fromUs, limits.toUs);
  const sums = starts.map(() => [0, 0, 0, 0, 0]);
  for (let i = 0; i < active.length; i++) {
    const at = lowerBound(starts, (firstHour + i) * HOUR_US + 1) - 1;
    if (at < 0 || at + 1 >= starts.length) continue;
    const sum = sums[at];
    sum[0]++;
    sum[1] += active[i];
    sum[2] += expected[i];
    sum[3] += Math.max(0, expected[i] - Z * deviation[i]);
    sum[4] += expected[i] + Z * deviation[i];
  }
  const kept = [...starts.keys()].filter((at) => sums[at][0] > 0);
  const mean = (column: 1 | 2 | 3 | 4) => Float64Array.from(kept, (at) => sums[at][column] / sums[at][0]);
  return {
    fromUs: Float64Array.from(kept, (at) => starts[at]),
    toUs: Float64Array.from(kept, (at) => starts[at + 1]),
    active: mean(1),
    expected: mean(2),
    low: mean(3),
    high: mean(4),
    hours: Uint32Array.from(kept, (at) => sums[at][0]),
  };
}
