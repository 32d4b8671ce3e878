import type { Size } from '../../draw/canvas.ts';

/** Where the parts of a matrix lie, in CSS pixels. */
export interface MatrixLayout {
  /** Of the labels left of the cells, and above them. */
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly rows: number;
  readonly columns: number;
  /** All of it, scrolled or not. */
  readonly size: Size;
}

const TOP = 116;
const LEAST_WIDTH = 12;
const MOST_WIDTH = 30;
const HEIGHT = 15;
/** Room for the slanted label of the last column. */
const RIGHT = 64;

/** Columns take the width there is, within bounds; what does not fit is scrolled to. */
export function matrixLayout(rows: number, columns: number, widthPx: number, left: number): MatrixLayout {
  const room = (widthPx - left - RIGHT) / Math.max(1, columns);
  const cellWidth = Math.floor(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, room)));
  return {
    left,
    top: TOP,
    cellWidth,
    cellHeight: HEIGHT,
    rows,
    columns,
    size: { widthPx: left + columns * cellWidth + RIGHT, heightPx: TOP + rows * HEIGHT + 2 },
  };
}

/** The cell under a point of the viewport; null outside of the cells. */
export function cellAt(
  layout: MatrixLayout,
  x: number,
  y: number,
  scroll: { readonly x: number; readonly y: number },
): readonly [number, number] | null {
  if (x < layout.left || y < layout.top) return null;
  const column = Math.floor((x - layout.left + scroll.x) / layout.cellWidth);
  const row = Math.floor((y - layout.top + scroll.y) / layout.cellHeight);
  return column < layout.columns && row < layout.rows ? [row, column] : null;
}
