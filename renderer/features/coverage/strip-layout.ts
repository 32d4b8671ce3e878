import type { Size } from '../../draw/canvas.ts';

/** Where the parts of the strips lie, in CSS pixels. */
export interface StripLayout {
  readonly top: number;
  readonly rowHeight: number;
  readonly rows: number;
  /** The strip itself: from x on, as wide. */
  readonly left: number;
  readonly width: number;
  /** The scale of accounts at the right. */
  readonly dotsLeft: number;
  readonly dotsWidth: number;
  readonly size: Size;
}

const TOP = 34;
const ROW = 20;
const LEFT = 170;
const DOTS = 240;
/** Wider strips say no more. */
const MOST_WIDTH = 620;
const GAP = 24;

export function stripLayout(rows: number, widthPx: number): StripLayout {
  const width = Math.max(160, Math.min(MOST_WIDTH, widthPx - LEFT - DOTS - GAP));
  return {
    top: TOP,
    rowHeight: ROW,
    rows,
    left: LEFT,
    width,
    dotsLeft: LEFT + width + GAP,
    dotsWidth: DOTS,
    size: { widthPx: LEFT + width + GAP + DOTS, heightPx: TOP + rows * ROW + 4 },
  };
}

/** The topic under a point of the window; -1 for none. */
export function topicAt({ top, rowHeight, rows }: StripLayout, y: number, scrollY: number): number {
  const row = Math.floor((y - top + scrollY) / rowHeight);
  return y >= top && row < rows ? row : -1;
}
