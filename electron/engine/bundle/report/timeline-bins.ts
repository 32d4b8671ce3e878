import { type Activity, BIN_US } from '../../../../shared/contract/timeline.ts';
import { toWall, type Zone } from '../../../../shared/time/zone.ts';
import { DAY_US, HOUR_US, instantAt, MINUTE_US } from './wall-calendar.ts';

export interface TimelineStep {
  /** Covers [fromUs, toUs). */
  readonly fromUs: number;
  readonly toUs: number;
  readonly requests: number;
  readonly failed: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface TimelineSteps {
  /** Length of a step in words. Where clocks change, a step of 6 hours or more is that much longer or shorter. */
  readonly width: string;
  /** Without gaps, ascending, empty steps included; none when there is no activity. */
  readonly steps: readonly TimelineStep[];
}

const WIDTHS: readonly (readonly [widthUs: number, words: string])[] = [
  [15 * MINUTE_US, '15 minutes'],
  [30 * MINUTE_US, '30 minutes'],
  [HOUR_US, '1 hour'],
  [2 * HOUR_US, '2 hours'],
  [3 * HOUR_US, '3 hours'],
  [6 * HOUR_US, '6 hours'],
  [12 * HOUR_US, '12 hours'],
  ...[1, 2, 7, 14, 28, 91, 364, 728, 3640].map(
    (days) => [days * DAY_US, days === 1 ? '1 day' : `${days} days`] as const,
  ),
];

/** Activity gathered into at most `limit` steps from its first to its last bin, on boundaries of the zone's clock. */
export function timelineSteps(activity: Activity, zone: Zone, limit: number): TimelineSteps {
  const count = activity.bin.length;
  if (count === 0) return { width: WIDTHS[0][1], steps: [] };
  const fromUs = activity.bin[0] * BIN_US;
  const toUs = (activity.bin[count - 1] + 1) * BIN_US;
  // Two more than the span holds: it may start and end inside a step.
  const [widthUs, width] =
    WIDTHS.find(([us]) => (toUs - fromUs) / us + 2 <= limit) ?? WIDTHS[WIDTHS.length - 1];
  const edges = stepEdges(zone, fromUs, toUs, widthUs);

  const steps: TimelineStep[] = [];
  let at = 0;
  for (let step = 0; step + 1 < edges.length; step += 1) {
    const sum = { requests: 0, failed: 0, inputTokens: 0, outputTokens: 0 };
    for (; at < count && activity.bin[at] * BIN_US < edges[step + 1]; at += 1) {
      sum.requests += activity.requests[at];
      sum.failed += activity.failed[at];
      sum.inputTokens += activity.inputTokens[at];
      sum.outputTokens += activity.outputTokens[at];
    }
    steps.push({ fromUs: edges[step], toUs: edges[step + 1], ...sum });
  }
  return { width, steps };
}

/** Edges from at or before `fromUs` to at or after `toUs`, strictly ascending. */
function stepEdges(zone: Zone, fromUs: number, toUs: number, widthUs: number): readonly number[] {
  // Weeks start on Monday; 1970-01-05 was one.
  const origin = widthUs % (7 * DAY_US) === 0 ? 4 * DAY_US : 0;
  const wallStart = Math.floor((toWall(zone, fromUs) - origin) / widthUs) * widthUs + origin;
  // Short steps keep one length through a change of clocks, long ones keep to midnight.
  const byClock = widthUs >= 6 * HOUR_US;
  const start = byClock ? instantAt(zone, wallStart) : wallStart - zone.offsetUs(fromUs);
  const edges = [Math.min(start, fromUs)];
  for (let step = 1; edges[edges.length - 1] < toUs; step += 1) {
    const edge = byClock ? instantAt(zone, wallStart + step * widthUs) : start + step * widthUs;
    if (edge > edges[edges.length - 1]) edges.push(edge);
  }
  return edges;
}
