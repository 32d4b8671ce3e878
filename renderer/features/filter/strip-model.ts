import type { FilterView } from '../../../shared/contract/filters.ts';
import { BIN_US } from '../../../shared/time/bin.ts';
import { formatTime } from '../../../shared/time/zone.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { formatShare } from '../../ui/format.ts';
import type { Bins } from '../timeline/bins.ts';
import type { TableRows } from '../timeline/table-rows.ts';
import { count, durationTitle, offsetTitle } from '../timeline/words.ts';

type Activity = FilterView['activity'];

/** The case's requests over time in equal steps, those that match beside all. */
export interface Strip {
  readonly limits: TimeRange;
  readonly stepUs: number;
  readonly all: Bins;
  readonly matching: Bins;
}

const NARROWEST_PX = 2;

/** Steps of the answer put together until each is at least two pixels wide; null where no request has a time. */
export function stripOf({ firstBin, stepBins, matching, all }: Activity, widthPx: number): Strip | null {
  if (all.length === 0) return null;
  const group = Math.max(1, Math.ceil((all.length * NARROWEST_PX) / widthPx));
  const stepUs = group * stepBins * BIN_US;
  const fromUs = firstBin * BIN_US;
  const steps = Math.ceil(all.length / group);
  const starts = Float64Array.from({ length: steps }, (_, i) => fromUs + i * stepUs);
  const bins = (counts: Float64Array) => binsOf(starts, stepUs, grouped(counts, group, steps));
  return {
    limits: { fromUs, toUs: fromUs + all.length * stepBins * BIN_US },
    stepUs,
    all: bins(all),
    matching: bins(matching),
  };
}

function grouped(counts: Float64Array, group: number, steps: number): Float64Array {
  const sums = new Float64Array(steps);
  counts.forEach((value, i) => {
    sums[Math.floor(i / group)] += value;
  });
  return sums;
}

function binsOf(fromUs: Float64Array, stepUs: number, requests: Float64Array): Bins {
  const none = new Float64Array(requests.length);
  return {
    fromUs,
    toUs: fromUs.map((us) => us + stepUs),
    requests,
    failed: none,
    inputTokens: none,
    outputTokens: none,
    most: { requests: requests.reduce((most, value) => Math.max(most, value), 0), tokens: 0 },
  };
}

/** The range between two instants, outwards to whole steps and inside the strip. */
export function steppedRange({ limits, stepUs }: Strip, a: number, b: number): TimeRange {
  const at = (us: number, round: (value: number) => number) =>
    limits.fromUs + round((us - limits.fromUs) / stepUs) * stepUs;
  const from = Math.max(limits.fromUs, at(Math.min(a, b), Math.floor));
  const first = Math.min(from, limits.toUs - BIN_US);
  const to = at(Math.max(a, b), Math.ceil);
  return { fromUs: first, toUs: Math.min(limits.toUs, Math.max(to, first + stepUs)) };
}

/** What a key makes of the proposed range: moved by a step, or with Shift its end; null leaves the key to others. */
export function keyedRange(
  strip: Strip,
  range: TimeRange | null,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): TimeRange | null {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (by === undefined) return null;
  const { limits, stepUs } = strip;
  if (range === null) return steppedRange(strip, limits.fromUs, limits.fromUs + 1);
  const stepped = steppedRange(strip, range.fromUs, range.toUs);
  const toUs = stepped.toUs + by * stepUs;
  if (shiftKey) return steppedRange(strip, stepped.fromUs, Math.max(stepped.fromUs + 1, toUs));
  const fromUs = stepped.fromUs + by * stepUs;
  return fromUs < limits.fromUs || toUs > limits.toUs + stepUs - 1
    ? stepped
    : steppedRange(strip, fromUs, toUs);
}

export interface RangeCounts {
  readonly matching: number;
  readonly all: number;
  /** False where the range cuts a step in two. */
  readonly exact: boolean;
}

/** Requests in a range, by the steps that touch it. */
export function countSteps({ firstBin, stepBins, matching, all }: Activity, range: TimeRange): RangeCounts {
  const step = stepBins * BIN_US;
  const place = (us: number) => (us - firstBin * BIN_US) / step;
  const [from, to] = [Math.max(0, place(range.fromUs)), Math.min(all.length, place(range.toUs))];
  const sum = (counts: Float64Array) =>
    counts.subarray(Math.floor(from), Math.ceil(to)).reduce((total, value) => total + value, 0);
  return { matching: sum(matching), all: sum(all), exact: Number.isInteger(from) && Number.isInteger(to) };
}

/** The table twin: every step with requests. */
export function stripRows({ all, matching, stepUs }: Strip, spans: ZoneSpans): TableRows {
  const time = (us: number) => formatTime(spans.zone, us, 'minute');
  const steps = Array.from(all.requests.keys()).filter((i) => all.requests[i] > 0);
  const numeric = (title: string) => ({ title, numeric: true });
  return {
    caption: `Requests of the case per ${durationTitle(stepUs)}, spells without requests left out`,
    columns: [
      { title: 'From', numeric: false },
      { title: 'To', numeric: false },
      { title: 'Offset', numeric: false },
      numeric('Matching'),
      numeric('All'),
      numeric('Share matching'),
    ],
    length: steps.length,
    cells: (row) => {
      const i = steps[row];
      return [
        time(all.fromUs[i]),
        time(all.toUs[i]),
        offsetTitle(spans, all.fromUs[i]),
        count(matching.requests[i]),
        count(all.requests[i]),
        formatShare(matching.requests[i], all.requests[i]),
      ];
    },
    request: () => null,
  };
}
