import type { Size } from '../../draw/canvas.ts';

/** Left of every plot: values and names stand there, so that all time axes down the page line up. */
export const GUTTER_PX = 132;
export const RIGHT_PX = 16;
const HEAD_PX = 36;
const AXIS_PX = 42;

export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Baseline of the plot, where the time axis begins. */
  readonly bottom: number;
}

/** Width of the plot in a canvas of that width; at least one pixel. */
export function plotWidth(widthPx: number): number {
  return Math.max(1, widthPx - GUTTER_PX - RIGHT_PX);
}

/** Where the detail's plot lies in its canvas: marks above it, the time axis below. */
export function detailBox(size: Size): PlotBox {
  const height = Math.max(1, size.heightPx - HEAD_PX - AXIS_PX);
  return { left: GUTTER_PX, top: HEAD_PX, width: plotWidth(size.widthPx), height, bottom: HEAD_PX + height };
}

/** Where the overview's plot lies in its canvas: one line of labels below. */
export function overviewBox(size: Size): PlotBox {
  const height = Math.max(1, size.heightPx - 18);
  return { left: GUTTER_PX, top: 1, width: plotWidth(size.widthPx), height: height - 1, bottom: height };
}
