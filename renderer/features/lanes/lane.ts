import type { LaneActivity, LaneInfo } from '../../../shared/contract/lanes.ts';
import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { type Bins, createBinCache, startsOver, totalRequests } from '../timeline/bins.ts';
import type { Level } from '../timeline/levels.ts';

/** One account with its activity; bins are made when first asked for and then kept. */
export interface Lane {
  readonly info: LaneInfo;
  readonly activity: Activity;
  /** Requests with a valid time, the denominator of what is drawn. */
  readonly total: number;
  readonly bins: (level: Level) => Bins;
}

/** The activities of an answer, account by account. Token columns are empty: lanes draw requests. */
export function activitiesOf({ from, bin, requests, failed }: LaneActivity): Activity[] {
  let most = 0;
  for (let i = 0; i + 1 < from.length; i++) most = Math.max(most, from[i + 1] - from[i]);
  const none = new Float64Array(most);
  return Array.from({ length: from.length - 1 }, (_, i) => {
    const [first, last] = [from[i], from[i + 1]];
    return {
      bin: bin.subarray(first, last),
      requests: requests.subarray(first, last),
      failed: failed.subarray(first, last),
      inputTokens: none.subarray(0, last - first),
      outputTokens: none.subarray(0, last - first),
    };
  });
}

/** Starts of bins over the limits, shared by all lanes, made when first asked for. */
export function sharedStarts(spans: ZoneSpans, limits: TimeRange): (level: Level) => Float64Array {
  const made = new Map<Level['id'], Float64Array>();
  return (level) => {
    let starts = made.get(level.id);
    if (!starts) {
      starts = startsOver(level, spans, { fromUs: limits.fromUs, toUs: limits.toUs + BIN_US });
      made.set(level.id, starts);
    }
    return starts;
  };
}

export function laneOf(
  info: LaneInfo,
  activity: Activity,
  spans: ZoneSpans,
  startsOf: (level: Level) => Float64Array,
): Lane {
  return { info, activity, total: totalRequests(activity), bins: createBinCache(activity, spans, startsOf) };
}
