import type { RequestColumns } from '../../../shared/contract/timeline.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { lowerBound } from './bins.ts';
import { plural } from './words.ts';

/** The part of the range asked for that the columns hold whole: a truncated answer ends before its last time. */
export function coveredRange(requests: RequestColumns, asked: TimeRange): TimeRange {
  const last = requests.timeUs.at(-1);
  if (!requests.truncated || last === undefined) return asked;
  return { fromUs: asked.fromUs, toUs: Math.min(asked.toUs, last) };
}

/** Whether `covered` leaves nothing of `range` out. */
export function covers(covered: TimeRange | null, range: TimeRange): boolean {
  return covered !== null && covered.fromUs <= range.fromUs && covered.toUs >= range.toUs;
}

/** Rows of the drawing: models with most requests first, the rest together in a last row. */
export interface ModelRows {
  readonly titles: readonly string[];
  /** Requests in each row, among those loaded. */
  readonly counts: readonly number[];
  /** Row of each request. */
  readonly rowOf: Uint8Array;
}

export const MOST_ROWS = 8;

/**
 * At most MOST_ROWS rows for named models and one for all others. `order` fixes the row order seen before, so
 * that rows keep their place and colour when another stretch of time is loaded.
 */
export function modelRows(requests: RequestColumns, order: readonly string[] = []): ModelRows {
  const counts = new Map<number, number>();
  for (const model of requests.model) counts.set(model, (counts.get(model) ?? 0) + 1);
  const name = (model: number) => requests.dictionary[model] || 'no model given';
  const known = new Map(order.map((title, place) => [title, place]));
  const place = (model: number) => known.get(name(model)) ?? order.length;
  const models = [...counts.keys()].sort(
    (a, b) => place(a) - place(b) || counts.get(b)! - counts.get(a)! || (name(a) < name(b) ? -1 : 1),
  );
  const named = models.slice(0, MOST_ROWS);
  const others = models.length - named.length;
  const row = new Map(named.map((model, i) => [model, i]));
  const rowOf = Uint8Array.from(requests.model, (model) => row.get(model) ?? named.length);
  const rowCounts = new Array<number>(named.length + (others > 0 ? 1 : 0)).fill(0);
  for (const r of rowOf) rowCounts[r]++;
  const titles = named.map(name);
  if (others > 0) titles.push(`other, ${plural(others, 'model')}`);
  return { titles, counts: rowCounts, rowOf };
}

/** Index of the request nearest to an instant within `withinUs`, in one row or (null) any; -1 when none is. */
export function nearestRequest(
  requests: RequestColumns,
  us: number,
  withinUs: number,
  rows: ModelRows,
  row: number | null,
): number {
  let best = -1;
  let distance = withinUs;
  const last = lowerBound(requests.timeUs, us + withinUs + 1);
  for (let i = lowerBound(requests.timeUs, us - withinUs); i < last; i++) {
    if (row !== null && rows.rowOf[i] !== row) continue;
    const away = Math.abs(requests.timeUs[i] - us);
    if (away < distance || (away === distance && best < 0)) {
      best = i;
      distance = away;
    }
  }
  return best;
}

/** Requests in a range and how many of them failed; linear in those in the range. */
export function countIn(
  requests: RequestColumns,
  range: TimeRange,
): { readonly requests: number; readonly failed: number } {
  const first = lowerBound(requests.timeUs, range.fromUs);
  const last = lowerBound(requests.timeUs, range.toUs);
  let failed = 0;
  for (let i = first; i < last; i++) failed += requests.failed[i];
  return { requests: last - first, failed };
}

/** Requests in a range that meet the filter they were asked with; null without one. */
export function matchingIn({ timeUs, matches }: RequestColumns, range: TimeRange): number | null {
  if (!matches) return null;
  return matches
    .subarray(lowerBound(timeUs, range.fromUs), lowerBound(timeUs, range.toUs))
    .reduce((sum, meets) => sum + meets, 0);
}
