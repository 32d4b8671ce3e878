import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';
import { hourOfWeek } from '../../../shared/time/hour-of-week.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { spanAt, type ZoneSpans } from '../../draw/zone-spans.ts';
import { lowerBound } from './bins.ts';
import { count } from './words.ts';

/** Hour of the week in wall time; cell `weekday * 24 + hour`, Monday 0. Both arrays have 168 elements. */
export interface Heat {
  readonly requests: Float64Array;
  /** How many hours of that kind the range holds; a multiple of a quarter. */
  readonly hours: Float64Array;
  readonly total: number;
  /** The range counted: the one asked for, outwards to whole quarter hours. */
  readonly range: TimeRange;
}

const CELLS = 168;

/** Requests by hour and weekday in the zone, with the number of such hours in range as denominator. */
export function heatOf(activity: Activity, spans: ZoneSpans, asked: TimeRange): Heat {
  const firstBin = Math.floor(asked.fromUs / BIN_US);
  const lastBin = Math.ceil(asked.toUs / BIN_US);
  const requests = new Float64Array(CELLS);
  const quarters = new Float64Array(CELLS);
  let total = 0;
  let index = lowerBound(activity.bin, firstBin);
  let span = spanAt(spans, firstBin * BIN_US);
  for (let bin = firstBin; bin < lastBin; bin++) {
    const us = bin * BIN_US;
    while (span + 1 < spans.startUs.length && us >= spans.startUs[span + 1]) span++;
    const cell = hourOfWeek(us + spans.offsetUs[span]);
    quarters[cell]++;
    if (activity.bin[index] === bin) {
      requests[cell] += activity.requests[index];
      total += activity.requests[index];
      index++;
    }
  }
  const range = { fromUs: firstBin * BIN_US, toUs: lastBin * BIN_US };
  return { requests, hours: quarters.map((n) => n / 4), total, range };
}

/** Steps of the ramp, the lightest first; 0 is kept for nothing at all. */
export const HEAT_STEPS = 6;

/** Largest count of each step 1 to HEAT_STEPS, equal in square root up to `most`; whole numbers, ascending. */
export function heatThresholds(most: number): readonly number[] {
  const tops: number[] = [];
  for (let i = 1; i <= HEAT_STEPS; i++) {
    const top = i === HEAT_STEPS ? most : Math.round(most * (i / HEAT_STEPS) ** 2);
    tops.push(Math.max(top, i === 1 ? Math.min(1, most) : tops[i - 2]));
  }
  return tops;
}

/** Step of the ramp for a count, 0 to HEAT_STEPS. */
export function heatStep(count: number, thresholds: readonly number[]): number {
  if (count <= 0) return 0;
  const step = thresholds.findIndex((top) => count <= top);
  return step < 0 ? HEAT_STEPS : step + 1;
}

/** The counts each step of the ramp stands for: `1 – 4`; steps that no count can take are left out. */
export function heatLegend(
  tops: readonly number[],
): readonly { readonly step: number; readonly text: string }[] {
  const entries = [{ step: 0, text: '0' }];
  tops.forEach((top, i) => {
    const from = i === 0 ? 1 : tops[i - 1] + 1;
    if (top >= from)
      entries.push({ step: i + 1, text: from === top ? count(from) : `${count(from)} – ${count(top)}` });
  });
  return entries;
}
