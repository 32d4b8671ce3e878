import { MOST_BAND_STEPS } from '../../../../shared/contract/bands.ts';
import { BIN_US } from '../../../../shared/contract/timeline.ts';
import { calendarStarts } from '../../../draw/calendar.ts';
import type { TimeRange } from '../../../draw/time-scale.ts';
import type { ZoneSpans } from '../../../draw/zone-spans.ts';
import { lowerBound } from '../../timeline/bins.ts';
import { LEVELS, type Level, levelFor } from '../../timeline/levels.ts';

/** Quarter hours since 1970 UTC at which steps begin, and the last one ends. */
export type Edges = readonly number[];

/**
 * The steps to ask for so that a range can be drawn: those of the timeline's bars at the same zoom, over a wider
 * range on a grid, so that small moves ask for the same again. Coarser where they would be more than one answer holds.
 */
export function edgesFor(range: TimeRange, limits: TimeRange, widthPx: number, spans: ZoneSpans): Edges {
  const wide = widened(range, limits);
  const first = LEVELS.indexOf(levelFor(range, widthPx).level);
  for (const level of LEVELS.slice(first)) {
    if ((wide.toUs - wide.fromUs) / level.us > 2 * MOST_BAND_STEPS) continue;
    const edges = edgesOver(level, wide, spans);
    if (edges.length <= MOST_BAND_STEPS + 1) return edges;
  }
  return [wide.fromUs / BIN_US, wide.toUs / BIN_US];
}

/** The range outwards to a grid of between a quarter and half of its length. */
function widened({ fromUs, toUs }: TimeRange, limits: TimeRange): TimeRange {
  const bins = Math.max(2, (toUs - fromUs) / BIN_US);
  const grid = 2 ** Math.floor(Math.log2(bins / 2)) * BIN_US;
  return {
    fromUs: Math.max(limits.fromUs, Math.floor(fromUs / grid) * grid),
    toUs: Math.min(limits.toUs, Math.ceil(toUs / grid) * grid),
  };
}

function edgesOver({ us, step }: Level, { fromUs, toUs }: TimeRange, spans: ZoneSpans): Edges {
  if (us === BIN_US) {
    const first = Math.floor(fromUs / BIN_US);
    const length = Math.max(1, Math.ceil(toUs / BIN_US) - first) + 1;
    return Array.from({ length }, (_, i) => first + i);
  }
  // Quarter hours go whole into the step that holds their start, as in the timeline.
  const starts = calendarStarts(spans, step, fromUs, toUs).map((start) => Math.ceil(start / BIN_US));
  return starts.filter((edge, at) => at === 0 || edge > starts[at - 1]);
}

/** The level that steps are of: the one whose length is nearest to their mean. */
export function levelOf(edges: Edges): Level {
  const mean = ((edges[edges.length - 1] - edges[0]) / (edges.length - 1)) * BIN_US;
  const distance = ({ us }: Level) => Math.abs(Math.log(us / mean));
  return LEVELS.reduce((best, level) => (distance(level) < distance(best) ? level : best));
}

export function stepRange(edges: Edges, step: number): TimeRange {
  return { fromUs: edges[step] * BIN_US, toUs: edges[step + 1] * BIN_US };
}

/** Steps [first, last) that touch a range; none where it lies elsewhere. */
export function stepsIn(edges: Edges, range: TimeRange): readonly [number, number] {
  const steps = edges.length - 1;
  const first = Math.max(0, lowerBound(edges, Math.floor(range.fromUs / BIN_US) + 1) - 1);
  const last = Math.min(steps, lowerBound(edges, range.toUs / BIN_US));
  return range.fromUs >= edges[steps] * BIN_US ? [steps, steps] : [first, Math.max(first, last)];
}

/** The step that holds a time; -1 outside. */
export function stepAt(edges: Edges, us: number): number {
  const step = lowerBound(edges, Math.floor(us / BIN_US) + 1) - 1;
  return step < edges.length - 1 ? step : -1;
}
