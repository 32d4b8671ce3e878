const LEAST_TONE = 0.12;

/** Part of full tone for a count above 0: grows with its square root. */
export function tone(value: number, most: number): number {
  return LEAST_TONE + (1 - LEAST_TONE) * Math.sqrt(value / most);
}

/** One cell, a hair apart from the next where there is room for it. */
export function fillCell(
  context: CanvasRenderingContext2D,
  fromPx: number,
  toPx: number,
  top: number,
  height: number,
): void {
  const from = Math.round(fromPx);
  const to = Math.round(toPx);
  context.fillRect(from, top, Math.max(1, to - from - (to - from >= 6 ? 1 : 0)), height);
}
