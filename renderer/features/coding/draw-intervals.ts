import { shownText } from '../../../shared/shown-text.ts';
import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText } from '../../draw/text.ts';
import { formatCount } from '../../ui/format.ts';
import type { IntervalGroup } from './interval-rows.ts';
import { percent } from './result-words.ts';

const WIDTH = 680;
const LABELS = 190;
const FIGURES = 150;
const HEAD = 24;
const ROW = 24;
const AXIS = 34;
const DOT = 4;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const heightOf = (groups: readonly IntervalGroup[]) =>
  groups.reduce((sum, { rows }) => sum + HEAD + rows.length * ROW, 0);

export function intervalsSize(groups: readonly IntervalGroup[]): Size {
  return { widthPx: WIDTH, heightPx: heightOf(groups) + AXIS };
}

/** A point for each share and a line for its interval, `intervalsSize` large. */
export function drawIntervals(
  context: CanvasRenderingContext2D,
  groups: readonly IntervalGroup[],
  palette: Palette,
): void {
  const right = WIDTH - FIGURES;
  const x = (share: number) => LABELS + share * (right - LABELS);
  const bottom = heightOf(groups);
  const write = (text: string, at: number, y: number, align: CanvasTextAlign, colour: string) => {
    context.textAlign = align;
    context.fillStyle = colour;
    context.fillText(text, at, y);
  };
  context.font = palette.fontSmall;
  context.textBaseline = 'middle';
  context.lineWidth = 1;
  for (const tick of TICKS) {
    stroke(context, palette.hairline, x(tick), 0, x(tick), bottom);
    write(percent(tick), x(tick), bottom + 12, 'center', palette.inkSoft);
  }
  write('coded together, of the decided', (LABELS + right) / 2, bottom + 26, 'center', palette.inkSoft);
  const measure = (text: string) => context.measureText(text).width;
  let y = 0;
  for (const { half, title, rows } of groups) {
    write(title, 0, y + HEAD / 2 + 2, 'left', palette.ink);
    y += HEAD;
    const colour = half === 'operator' ? palette.subject : palette.contextStrong;
    for (const { coder, share } of rows) {
      const middle = y + ROW / 2;
      write(
        fitText(shownText(coder, { max: 60 }), LABELS - 26, measure),
        LABELS - 14,
        middle,
        'right',
        palette.inkSoft,
      );
      if (share.share !== null && share.interval !== null) {
        const [low, high] = share.interval;
        context.lineWidth = 2;
        stroke(context, colour, x(low), middle, x(high), middle);
        for (const end of [low, high]) stroke(context, colour, x(end), middle - 4, x(end), middle + 4);
        context.lineWidth = 1;
        context.fillStyle = colour;
        context.beginPath();
        context.arc(x(share.share), middle, DOT, 0, 2 * Math.PI);
        context.fill();
      }
      const decided = share.together + share.apart;
      const figures =
        share.share === null
          ? 'none decided'
          : `${percent(share.share)}, ${formatCount(share.together)} of ${formatCount(decided)}`;
      write(figures, right + 16, middle, 'left', palette.ink);
      y += ROW;
    }
  }
}

function stroke(
  context: CanvasRenderingContext2D,
  colour: string,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  context.strokeStyle = colour;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
