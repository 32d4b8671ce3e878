import type { View } from './fit.ts';
import type { LineBatch } from './line-batches.ts';

/** Lines end so far outside what is drawn, so that no end is seen. */
const BEYOND_PX = 8;

/**
 * The lines of a picture where they cross `width` by `height` px. Line by line: one path of thousands is slower to fill
 * than as many short ones, and dashes that nobody sees are slowest of all.
 */
export function drawLines(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  batches: readonly LineBatch[],
  { k, x, y }: View,
  width: number,
  height: number,
): void {
  const thin = Math.min(1, Math.max(0.35, k));
  const box = { left: -BEYOND_PX, top: -BEYOND_PX, right: width + BEYOND_PX, bottom: height + BEYOND_PX };
  for (const { stroke, alpha, dash, width: wide, thins, ends } of batches) {
    const period = dash.reduce((sum, one) => sum + one, 0) * (1 + (dash.length % 2));
    context.setLineDash([...dash]);
    context.lineWidth = wide * (thins ? thin : 1);
    context.strokeStyle = stroke;
    context.globalAlpha = alpha;
    for (let i = 0; i < ends.length; i += 4) {
      const [ax, ay] = [ends[i] * k + x, ends[i + 1] * k + y];
      const [bx, by] = [ends[i + 2] * k + x, ends[i + 3] * k + y];
      const inside = crossing(ax, ay, bx, by, box);
      if (!inside) continue;
      // Whole periods are left out, so that the dashes that are seen stay where they are.
      const length = Math.hypot(bx - ax, by - ay);
      const from =
        period > 0
          ? (Math.floor((inside[0] * length) / period) * period) / Math.max(length, 1e-9)
          : inside[0];
      context.beginPath();
      context.moveTo(ax + (bx - ax) * from, ay + (by - ay) * from);
      context.lineTo(ax + (bx - ax) * inside[1], ay + (by - ay) * inside[1]);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of a line inside a box as shares of its length; null where it misses it (Liang and Barsky 1984). */
export function crossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  { left, top, right, bottom }: Box,
): readonly [from: number, to: number] | null {
  const [dx, dy] = [bx - ax, by - ay];
  let from = 0;
  let to = 1;
  for (const [towards, room] of [
    [-dx, ax - left],
    [dx, right - ax],
    [-dy, ay - top],
    [dy, bottom - ay],
  ]) {
    if (towards === 0 && room < 0) return null;
    const at = room / towards;
    if (towards < 0) from = Math.max(from, at);
    else if (towards > 0) to = Math.min(to, at);
  }
  return from <= to ? [from, to] : null;
}
