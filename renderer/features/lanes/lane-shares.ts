import type { Bins } from '../timeline/bins.ts';
import { lowerBound } from '../timeline/bins.ts';

/** The shares of lanes in the requests of each cell of `all`; rows of `shares` are cells, columns parts. */
export interface LaneShares {
  /** Lanes drawn by themselves, in order; what is left belongs to the last part. */
  readonly lanes: readonly number[];
  /** Lanes that are one part together. */
  readonly rest: number;
  /** Part p of cell i at [i * parts + p], 0 to 1, adding up to 1. */
  readonly shares: Float64Array;
  readonly parts: number;
  /** Lanes with a request in each cell, and what they would have each if all had the same, 1 / lanes. */
  readonly working: Uint16Array;
}

/** More parts than this cannot be told apart. */
export const MOST_PARTS = 24;

/**
 * Shares of lanes, in the order given, in cells of equal width. Of more lanes than MOST_PARTS those with the most
 * requests stand by themselves and the others are one part, the last.
 */
export function laneShares(order: readonly number[], binsOf: (lane: number) => Bins, all: Bins): LaneShares {
  const totals = new Map(order.map((lane) => [lane, binsOf(lane).requests.reduce((sum, n) => sum + n, 0)]));
  const single =
    order.length <= MOST_PARTS
      ? order
      : order.toSorted((a, b) => totals.get(b)! - totals.get(a)! || a - b).slice(0, MOST_PARTS - 1);
  const kept = new Set(single);
  const lanes = order.filter((lane) => kept.has(lane));
  const rest = order.length - lanes.length;
  const parts = lanes.length + (rest > 0 ? 1 : 0);
  const cells = all.fromUs.length;
  const shares = new Float64Array(cells * parts);
  const working = new Uint16Array(cells);
  const part = new Map(lanes.map((lane, p) => [lane, p]));
  for (const lane of order) {
    const own = binsOf(lane);
    const column = part.get(lane) ?? parts - 1;
    for (let i = 0; i < own.fromUs.length; i++) {
      const cell = lowerBound(all.fromUs, own.fromUs[i]);
      working[cell]++;
      shares[cell * parts + column] += own.requests[i] / all.requests[cell];
    }
  }
  return { lanes, rest, shares, parts, working };
}
