import type { Size } from '../../../draw/canvas.ts';
import { GUTTER_PX, type PlotBox, plotWidth } from '../../timeline/layout.ts';

/** The chart reaches this far into the page's margin, so that totals fit and its axis lies under the timeline's. */
export const MARGIN_PX = 20;
const HEAD_PX = 22;
const AXIS_PX = 42;
const GAP_PX = 6;
export const ROW_PX = 20;
export const LANE_PX = 5;
/** Height of the bars of all bands together. */
export const SUM_PX = 44;

/** Where the rows of the chart lie, in CSS pixels. */
export interface BandsLayout {
  readonly size: Size;
  readonly box: PlotBox;
  readonly bands: number;
  /** Top of the first row. */
  readonly first: number;
  /** Top and height of the bars of all bands together; null without them. */
  readonly sum: { readonly top: number; readonly height: number } | null;
  /** Top and height of the row of sessions; null without one. */
  readonly sessions: { readonly top: number; readonly height: number } | null;
}

/** @param lanes lines of sessions: null without a row of sessions, 0 where they are only counted. */
export function bandsLayout(
  widthPx: number,
  bands: number,
  lanes: number | null,
  hasSum = false,
): BandsLayout {
  const first = HEAD_PX + (hasSum ? SUM_PX + GAP_PX : 0);
  const below = first + bands * ROW_PX;
  const height = Math.max(ROW_PX, (lanes ?? 0) * LANE_PX);
  const bottom = below + (lanes === null ? 2 : GAP_PX + height);
  return {
    size: { widthPx, heightPx: bottom + AXIS_PX },
    box: {
      left: GUTTER_PX,
      top: HEAD_PX,
      width: plotWidth(widthPx - MARGIN_PX),
      height: bottom - HEAD_PX,
      bottom,
    },
    bands,
    first,
    sum: hasSum ? { top: HEAD_PX, height: SUM_PX } : null,
    sessions: lanes === null ? null : { top: below + GAP_PX, height },
  };
}

/** The row at a height of the chart; null between and outside of rows. */
export function rowAt({ first, bands, sessions }: BandsLayout, y: number): number | null {
  const row = Math.floor((y - first) / ROW_PX);
  if (row >= 0 && row < bands) return row;
  return sessions && y >= sessions.top && y < sessions.top + sessions.height ? bands : null;
}

/** Top and height of a row. */
export function rowBox(
  { first, bands, sessions }: BandsLayout,
  row: number,
): { top: number; height: number } {
  if (row >= bands && sessions) return sessions;
  return { top: first + row * ROW_PX, height: ROW_PX };
}
