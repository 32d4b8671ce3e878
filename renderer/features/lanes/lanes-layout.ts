import { GUTTER_PX, type PlotBox, plotWidth } from '../timeline/layout.ts';

export const ROW_PX = 20;
/** Right of the plot: the requests of each lane. */
export const COUNT_PX = 56;
/** Two rows of marks, and a line for how many more there are. */
const HEAD_PX = 52;
export const MARKS_PX = 36;
const AXIS_PX = 46;
const STRIP_GAP_PX = 22;
const LEAST_BODY_PX = 2 * ROW_PX;

/** Where everything lies, all on one time axis. */
export interface LanesLayout {
  readonly heightPx: number;
  /** The lanes in view; more are scrolled through. */
  readonly body: PlotBox;
  /** How many lanes keep time, shares of the load, evenness of the load, from the top. */
  readonly active: PlotBox;
  readonly shares: PlotBox;
  readonly evenness: PlotBox;
  /** From the marks to the last strip. */
  readonly whole: PlotBox;
}

const ACTIVE_PX = 64;
const SHARES_PX = 60;
const EVENNESS_PX = 56;

export function lanesLayout(widthPx: number, rows: number, mostRows: number): LanesLayout {
  const width = plotWidth(widthPx - COUNT_PX);
  const box = (top: number, height: number): PlotBox => ({
    left: GUTTER_PX,
    top,
    width,
    height,
    bottom: top + height,
  });
  const body = box(HEAD_PX, Math.max(LEAST_BODY_PX, Math.min(rows, mostRows) * ROW_PX));
  const active = box(body.bottom + AXIS_PX + STRIP_GAP_PX, ACTIVE_PX);
  const shares = box(active.bottom + STRIP_GAP_PX, SHARES_PX);
  const evenness = box(shares.bottom + STRIP_GAP_PX, EVENNESS_PX);
  const whole = box(body.top, evenness.bottom - body.top);
  return { heightPx: evenness.bottom + 6, body, active, shares, evenness, whole };
}

/** Rows [first, last) that a scrolled body shows, the cut ones too. */
export function rowsInView(body: PlotBox, scrollPx: number, rows: number): readonly [number, number] {
  const first = Math.max(0, Math.floor(scrollPx / ROW_PX));
  return [first, Math.min(rows, Math.ceil((scrollPx + body.height) / ROW_PX))];
}

/** The row under a place of the drawing; -1 where there is none. */
export function rowAt(body: PlotBox, scrollPx: number, rows: number, y: number): number {
  if (y < body.top || y >= body.bottom) return -1;
  const row = Math.floor((y - body.top + scrollPx) / ROW_PX);
  return row < rows ? row : -1;
}

/** Top of a row in the drawing, above or below the body where it is scrolled away. */
export function rowTop(body: PlotBox, scrollPx: number, row: number): number {
  return body.top + row * ROW_PX - scrollPx;
}

/** Where to scroll so that a row is whole in view; the same place where it is. */
export function scrollTo(body: PlotBox, scrollPx: number, row: number): number {
  if (row * ROW_PX < scrollPx) return row * ROW_PX;
  return Math.max(scrollPx, (row + 1) * ROW_PX - body.height);
}
