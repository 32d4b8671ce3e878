import { type Activity, BIN_US, type RequestColumns } from '../../../shared/contract/timeline.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { type Bins, type Measure, sumIn } from './bins.ts';
import { type Level, levelFor } from './levels.ts';
import type { Mark } from './marks.ts';
import { covers, type ModelRows } from './single.ts';
import type { Spacing } from './value-scale.ts';

/** Single requests that are loaded, and the range of which they are all. */
export interface LoadedRequests {
  readonly columns: RequestColumns;
  readonly rows: ModelRows;
  readonly covered: TimeRange;
}

/** Everything the timeline shows, apart from which part of it is in view. */
export interface Scene {
  readonly activity: Activity;
  /** Requests with a time, the denominator of every count. */
  readonly total: number;
  readonly bins: (level: Level) => Bins;
  /** Those of the requests that the filter leaves; absent or null where nothing is asked of requests. */
  readonly matching?: ((level: Level) => Bins) | null;
  readonly loaded: LoadedRequests | null;
  /** Single requests can be had; false for a whole case. */
  readonly hasSingle: boolean;
  readonly spans: ZoneSpans;
  readonly limits: TimeRange;
  readonly marks: readonly Mark[];
  readonly committed: TimeRange | null;
  /** The time that the filter leaves out. */
  readonly leftOut?: TimeRange | null;
  readonly measure: Measure;
  readonly spacing: Spacing;
}

/** What is on the screen for a range. */
export type Shown =
  | {
      readonly kind: 'bins';
      readonly level: Level;
      readonly bins: Bins;
      readonly matching: Bins | null;
      readonly instead: Instead | null;
    }
  | { readonly kind: 'requests'; readonly loaded: LoadedRequests };

/** Why bins stand where single requests belong. */
export type Instead = 'loading' | 'too many' | 'whole case';

/** More than this in view would be a grey wall, and dear to send. */
export const MOST_SINGLE = 50_000;
/** What one answer may hold, see shared/contract/timeline.ts. */
export const MOST_LOADED = 100_000;

/**
 * Single requests where they belong and all those in view are loaded, else bins, with the reason when single
 * requests belong there.
 */
export function shownFor(scene: Scene, range: TimeRange, widthPx: number): Shown {
  const { level, single } = levelFor(range, widthPx);
  if (single && scene.loaded && covers(scene.loaded.covered, range))
    return { kind: 'requests', loaded: scene.loaded };
  const matching = scene.matching?.(level) ?? null;
  return {
    kind: 'bins',
    level,
    bins: scene.bins(level),
    matching,
    instead: single ? insteadFor(scene, range) : null,
  };
}

function insteadFor(scene: Scene, range: TimeRange): Instead {
  if (!scene.hasSingle) return 'whole case';
  return sumIn(scene.activity, 'requests', wholeQuarters(range)) > MOST_SINGLE ? 'too many' : 'loading';
}

/**
 * The range to load so that what is in view can be drawn as single requests; null when nothing is to be loaded.
 * It is wider than the view and lies on a grid, so that small moves ask for the same range again.
 */
export function rangeToLoad(scene: Scene, range: TimeRange, widthPx: number): TimeRange | null {
  const shown = shownFor(scene, range, widthPx);
  if (shown.kind !== 'bins' || shown.instead !== 'loading') return null;
  const span = Math.max(BIN_US, range.toUs - range.fromUs);
  // As much on either side as may be loaded at once, so that a busy stretch does not load anew at every move.
  for (let margin = 2 ** Math.ceil(Math.log2(span / BIN_US)); margin >= 1; margin /= 2) {
    const grid = margin * BIN_US;
    const wide = {
      fromUs: Math.max(scene.limits.fromUs, (Math.floor(range.fromUs / grid) - 1) * grid),
      toUs: Math.min(scene.limits.toUs, (Math.ceil(range.toUs / grid) + 1) * grid),
    };
    if (sumIn(scene.activity, 'requests', wide) <= MOST_LOADED) return wide;
  }
  return wholeQuarters(range);
}

/** The range outwards to whole quarter hours. */
export function wholeQuarters({ fromUs, toUs }: TimeRange): TimeRange {
  return { fromUs: Math.floor(fromUs / BIN_US) * BIN_US, toUs: Math.ceil(toUs / BIN_US) * BIN_US };
}
