import { type Activity, BIN_US, type FilteredActivity } from '../../../shared/contract/timeline.ts';
import { calendarBin, calendarStarts } from '../../draw/calendar.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import type { Level } from './levels.ts';

/** Non-empty bins of one level, ascending, all columns of one length; bin i covers [fromUs[i], toUs[i]). */
export interface Bins {
  readonly fromUs: Float64Array;
  readonly toUs: Float64Array;
  readonly requests: Float64Array;
  readonly failed: Float64Array;
  readonly inputTokens: Float64Array;
  readonly outputTokens: Float64Array;
  /** Largest number of requests, and of tokens in and out together, in one bin; 0 without bins. */
  readonly most: Readonly<Record<Measure, number>>;
}

export type Measure = 'requests' | 'tokens';

/** Starts of a level's bins over a range, for `binActivity`: made once where many activities are added up. */
export function startsOver(level: Level, spans: ZoneSpans, range: TimeRange): Float64Array {
  if (level.us === BIN_US) return new Float64Array(0);
  return Float64Array.from(calendarStarts(spans, level.step, range.fromUs, range.toUs));
}

/**
 * Adds quarter hours up to a level's bins in wall time. Every quarter hour goes whole into the bin that holds
 * its start, so totals are the same at every level. Bins around a change of clocks are as long as they are.
 * Bins that `starts` covers are taken from there, others from the calendar, which is slower.
 */
export function binActivity(
  activity: Activity,
  level: Level,
  spans: ZoneSpans,
  starts: Float64Array = new Float64Array(0),
): Bins {
  const fromUs: number[] = [];
  const toUs: number[] = [];
  const sums: number[][] = [[], [], [], []];
  const columns = [activity.requests, activity.failed, activity.inputTokens, activity.outputTokens];
  let end = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < activity.bin.length; i++) {
    const start = activity.bin[i] * BIN_US;
    if (start >= end) {
      const bin = binOf(start, level, spans, starts);
      fromUs.push(bin[0]);
      toUs.push(bin[1]);
      end = bin[1];
      for (const sum of sums) sum.push(0);
    }
    const last = fromUs.length - 1;
    for (let c = 0; c < columns.length; c++) sums[c][last] += columns[c][i];
  }
  const [requests, failed, inputTokens, outputTokens] = sums.map((sum) => Float64Array.from(sum));
  const most = { requests: 0, tokens: 0 };
  for (let i = 0; i < requests.length; i++) {
    most.requests = Math.max(most.requests, requests[i]);
    most.tokens = Math.max(most.tokens, inputTokens[i] + outputTokens[i]);
  }
  const [from, to] = [Float64Array.from(fromUs), Float64Array.from(toUs)];
  return { fromUs: from, toUs: to, requests, failed, inputTokens, outputTokens, most };
}

function binOf(us: number, level: Level, spans: ZoneSpans, starts: Float64Array): readonly [number, number] {
  if (level.us === BIN_US) return [us, us + BIN_US];
  const next = lowerBound(starts, us + 1);
  return next > 0 && next < starts.length
    ? [starts[next - 1], starts[next]]
    : calendarBin(spans, level.step, us);
}

/** Bins by level, made when first asked for and then kept; `startsOf` as `binActivity` takes them. */
export function createBinCache(
  activity: Activity,
  spans: ZoneSpans,
  startsOf: (level: Level) => Float64Array | undefined = () => undefined,
): (level: Level) => Bins {
  const made = new Map<Level['id'], Bins>();
  return (level) => {
    let bins = made.get(level.id);
    if (!bins) {
      bins = binActivity(activity, level, spans, startsOf(level));
      made.set(level.id, bins);
    }
    return bins;
  };
}

/** The requests that a filter leaves, in the same quarter hours as all; null where none was asked with. */
export function matchingActivity({ matching, ...activity }: FilteredActivity): Activity | null {
  if (matching === null) return null;
  const none = new Float64Array(matching.length);
  const failed = new Uint32Array(matching.length);
  return { ...activity, requests: Uint32Array.from(matching), failed, inputTokens: none, outputTokens: none };
}

/** The same activity without the quarter hours that a range touches. */
export function outsideOf(activity: Activity, range: TimeRange | null): Activity {
  if (range === null) return activity;
  const kept = Array.from(activity.bin.keys()).filter((i) => {
    const start = activity.bin[i] * BIN_US;
    return start + BIN_US <= range.fromUs || start >= range.toUs;
  });
  return {
    bin: Int32Array.from(kept, (i) => activity.bin[i]),
    requests: Uint32Array.from(kept, (i) => activity.requests[i]),
    failed: Uint32Array.from(kept, (i) => activity.failed[i]),
    inputTokens: Float64Array.from(kept, (i) => activity.inputTokens[i]),
    outputTokens: Float64Array.from(kept, (i) => activity.outputTokens[i]),
  };
}

/** Index of the first element of an ascending array that is at least `value`; its length when none is. */
export function lowerBound(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indexes [first, last) of the bins that touch a range. */
export function binsIn(bins: Bins, range: TimeRange): readonly [number, number] {
  return [lowerBound(bins.toUs, range.fromUs + 1), lowerBound(bins.fromUs, range.toUs)];
}

/** Index of the bin that covers an instant, or -1 where nothing happened. */
export function binAt(bins: Bins, us: number): number {
  const index = lowerBound(bins.toUs, us + 1);
  return index < bins.fromUs.length && bins.fromUs[index] <= us ? index : -1;
}

export function binValue(bins: Bins, index: number, measure: Measure): number {
  return measure === 'requests' ? bins.requests[index] : bins.inputTokens[index] + bins.outputTokens[index];
}

/** Sum of one column over the quarter hours that start in a range. Exact for ranges of whole quarter hours. */
export function sumIn(activity: Activity, column: 'requests' | 'failed', range: TimeRange): number {
  let sum = 0;
  const last = lowerBound(activity.bin, range.toUs / BIN_US);
  for (let i = lowerBound(activity.bin, range.fromUs / BIN_US); i < last; i++) sum += activity[column][i];
  return sum;
}

export function totalRequests(activity: Activity): number {
  return activity.requests.reduce((sum, n) => sum + n, 0);
}
