import type { HandOver } from '../../../shared/contract/lanes.ts';
import type { Palette } from '../../draw/palette.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import type { PlotBox } from '../timeline/layout.ts';
import { durationTitle } from '../timeline/words.ts';
import { ROW_PX, rowTop } from './lanes-layout.ts';

/** More arrows than this stand back behind those of the lane that is looked at. */
const MOST_LOUD = 12;
const HEAD_PX = 6;

/** Arrows from where an account stopped to where another went on with its templates, and the time between them. */
export function drawArrows(
  context: CanvasRenderingContext2D,
  body: PlotBox,
  scrollPx: number,
  rowOf: ReadonlyMap<string, number>,
  handOvers: readonly HandOver[],
  range: TimeRange,
  cursor: string | null,
  palette: Palette,
): void {
  context.save();
  context.beginPath();
  context.rect(body.left, body.top, body.width, body.height);
  context.clip();
  const gaps: { readonly ends: Ends; readonly text: string }[] = [];
  for (const handOver of handOvers) {
    const [from, to] = [rowOf.get(handOver.from), rowOf.get(handOver.to)];
    if (from === undefined || to === undefined) continue;
    const near = (us: number) =>
      body.left + Math.min(body.width + 40, Math.max(-40, toPx(range, body.width, us)));
    const middle = (row: number) => rowTop(body, scrollPx, row) + ROW_PX / 2;
    const own = cursor === handOver.from || cursor === handOver.to;
    const loud = own || handOvers.length <= MOST_LOUD;
    const ends = { x: near(handOver.stopUs), y: middle(from), toX: near(handOver.onsetUs), toY: middle(to) };
    context.globalAlpha = loud ? 1 : 0.28;
    drawArrow(context, ends, own ? palette.accent : palette.ink, palette);
    if (loud) gaps.push({ ends, text: durationTitle(handOver.onsetUs - handOver.stopUs) });
  }
  context.globalAlpha = 1;
  // All words after all arrows, so that none is struck through.
  for (const { ends, text } of gaps) drawGap(context, ends, text, palette);
  context.restore();
}

interface Ends {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

/** Across lanes in one bend; a ring where it begins, so that it tells its direction without the head. */
function drawArrow(context: CanvasRenderingContext2D, ends: Ends, colour: string, palette: Palette): void {
  const { x, y, toX, toY } = ends;
  const down = Math.sign(toY - y) || 1;
  const tip = toY - down * 5;
  const draw = (style: string, width: number) => {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x, y);
    context.bezierCurveTo(x, (y + tip) / 2, toX, (y + tip) / 2, toX, tip);
    context.stroke();
  };
  draw(palette.ground, 4);
  draw(colour, 1.5);
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(toX, tip + down * 2);
  context.lineTo(toX - HEAD_PX / 1.6, tip - down * HEAD_PX);
  context.lineTo(toX + HEAD_PX / 1.6, tip - down * HEAD_PX);
  context.closePath();
  context.fill();
}

function drawGap(context: CanvasRenderingContext2D, ends: Ends, text: string, palette: Palette): void {
  context.font = palette.fontSmall;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  // On the lane that stopped, where nothing follows.
  const x = ends.x + 10;
  const { y } = ends;
  // On ground of its own, so that no other arrow reads as part of a figure.
  context.fillStyle = palette.ground;
  context.fillRect(x - 3, y - 7, context.measureText(text).width + 6, 14);
  context.fillStyle = palette.ink;
  context.fillText(text, x, y);
  context.textBaseline = 'alphabetic';
}
