import { scaleLinear } from 'd3';
import { shownText } from '../../../shared/shown-text.ts';
import { crisp, type Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText } from '../../draw/text.ts';
import { type WaterfallBar, waterfallDomain } from './waterfall-model.ts';
import { formatBits } from './words.ts';

const WIDTH = 760;
/** Wider than on screen, where a table beside the chart has the values whole. */
const LABELS = 300;
const FIGURES = 60;
const ROW = 36;
const BAR = 16;
const AXIS = 34;

export const waterfallSize = (bars: number): Size => ({ widthPx: WIDTH, heightPx: bars * ROW + AXIS });

/** Bars in bits from the prior over each item of evidence to the sum, as `waterfallSize` large. */
export function drawWaterfall(
  context: CanvasRenderingContext2D,
  bars: readonly WaterfallBar[],
  palette: Palette,
): void {
  const [low, high] = waterfallDomain(bars);
  const x = scaleLinear()
    .domain([low, high])
    .range([LABELS + (low < 0 ? FIGURES : 8), WIDTH - FIGURES]);
  const bottom = bars.length * ROW;
  const line = (colour: string, fromX: number, fromY: number, toX: number, toY: number) => {
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
  };
  const write = (text: string, atX: number, y: number, align: CanvasTextAlign, colour: string) => {
    context.textAlign = align;
    context.fillStyle = colour;
    context.fillText(text, atX, y);
  };
  context.font = palette.fontSmall;
  context.textBaseline = 'alphabetic';
  for (const tick of x.ticks(6)) {
    const at = crisp(x(tick) - 0.5);
    line(tick === 0 ? palette.inkSoft : palette.hairline, at, 0, at, bottom);
    write(tick < 0 ? `−${-tick}` : `${tick}`, at, bottom + 14, 'center', palette.inkSoft);
  }
  write('bits, 0 is even odds', x(0), bottom + 29, 'center', palette.inkSoft);
  const colours = { prior: palette.contextStrong, item: palette.subject, sum: palette.ink };
  bars.forEach(({ role, label, value, from, to, bits }, at) => {
    const middle = at * ROW + ROW / 2;
    write(label, LABELS, value === null ? middle + 4 : middle - 2, 'right', palette.ink);
    if (value !== null) {
      const text = shownText(value, { max: 80 });
      const fitted = fitText(text, LABELS - 8, (part) => context.measureText(part).width);
      write(fitted, LABELS, middle + 11, 'right', palette.inkSoft);
    }
    const left = Math.min(x(from), x(to));
    // Evidence that is shown but does not count keeps a hair of a bar.
    const width = Math.max(2, Math.abs(x(to) - x(from)));
    context.fillStyle = colours[role];
    context.fillRect(left, middle - BAR / 2, width, BAR);
    if (bars[at + 1]?.role === 'item')
      line(palette.hairlineStrong, x(to), middle + BAR / 2, x(to), middle + ROW - BAR / 2);
    const isRight = bits >= 0;
    write(
      formatBits(bits),
      isRight ? left + width + 6 : left - 6,
      middle + 4,
      isRight ? 'left' : 'right',
      palette.ink,
    );
  });
}
