import type { Palette } from '../../draw/palette.ts';
import { HEAT_STEPS, type Heat, heatLegend, heatStep } from './heat.ts';
import { count } from './words.ts';

/** Opacities of the ramp over the ground; the last step is the full colour. */
const RAMP = [0.18, 0.34, 0.5, 0.67, 0.84, 1];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LEFT = 40;
const CELL = 26;
const ROW = 24;
const FOOT = 48;

export const HEAT_SIZE = { widthPx: LEFT + 24 * CELL + 64, heightPx: 7 * ROW + FOOT };

/** Hour of the day by weekday with sums at the right, and what the shades stand for, as `HEAT_SIZE` large. */
export function drawHeat(
  context: CanvasRenderingContext2D,
  heat: Heat,
  tops: readonly number[],
  palette: Palette,
): void {
  context.font = palette.fontSmall;
  context.textBaseline = 'alphabetic';
  DAYS.forEach((name, day) => {
    const top = day * ROW;
    write(context, name, 0, top + 16, 'left', palette.inkSoft);
    let sum = 0;
    for (let hour = 0; hour < 24; hour++) {
      const requests = heat.requests[day * 24 + hour];
      sum += requests;
      drawCell(context, LEFT + hour * CELL, top, CELL - 1, ROW - 1, heatStep(requests, tops), palette);
    }
    write(context, count(sum), LEFT + 24 * CELL + 60, top + 16, 'right', palette.ink);
  });
  const below = 7 * ROW;
  for (let hour = 0; hour < 24; hour += 3)
    write(
      context,
      String(hour).padStart(2, '0'),
      LEFT + hour * CELL + CELL / 2,
      below + 14,
      'center',
      palette.inkSoft,
    );
  let x = LEFT;
  for (const { step, text } of heatLegend(tops)) {
    drawCell(context, x, below + 28, 12, 12, step, palette);
    write(context, text, x + 18, below + 38, 'left', palette.inkSoft);
    x += 18 + context.measureText(text).width + 16;
  }
  write(context, 'requests a cell; sums of weekdays', x, below + 38, 'left', palette.inkSoft);
}

function drawCell(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  step: number,
  palette: Palette,
): void {
  if (step === 0) {
    // Nothing is an outline, not a pale colour: it cannot be mistaken for little.
    context.strokeStyle = palette.hairline;
    context.lineWidth = 1;
    context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    return;
  }
  context.fillStyle = palette.subject;
  context.globalAlpha = RAMP[step - 1];
  context.fillRect(x, y, width, height);
  if (step === HEAT_STEPS) {
    context.fillStyle = palette.ink;
    context.globalAlpha = 0.22;
    context.fillRect(x, y, width, height);
  }
  context.globalAlpha = 1;
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  align: CanvasTextAlign,
  colour: string,
): void {
  context.textAlign = align;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
