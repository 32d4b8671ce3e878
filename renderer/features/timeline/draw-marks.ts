import { crisp } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { measurer } from '../../draw/text.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import type { PlotBox } from './layout.ts';
import { type Mark, type PlacedMark, placeMarks } from './marks.ts';
import { count } from './words.ts';

const ROW_PX = 17;

/** The ground under annotated ranges; drawn before the data so that it never tints it. */
export function drawMarkGrounds(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  marks: readonly Mark[],
  palette: Palette,
): void {
  context.fillStyle = palette.raised;
  for (const { fromUs, toUs } of marks) {
    if (toUs <= fromUs || toUs <= range.fromUs || fromUs >= range.toUs) continue;
    const from = Math.max(0, toPx(range, box.width, fromUs));
    const to = Math.min(box.width, toPx(range, box.width, toUs));
    context.fillRect(box.left + from, box.top, Math.max(1, to - from), box.height);
  }
}

/** Marks above the plot with their labels, and the lines they send down through it. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  marks: readonly Mark[],
  palette: Palette,
): void {
  const measure = measurer(context, palette.fontSmall);
  const { placed, hidden } = placeMarks(marks, range, box.width, measure);
  context.font = palette.fontSmall;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  for (const mark of hidden) drawThread(context, box, range, mark, box.top, palette);
  for (const place of placed) drawMark(context, box, range, place, palette);
  if (hidden.length > 0) {
    context.textAlign = 'right';
    context.fillStyle = palette.inkSoft;
    context.fillText(`${count(hidden.length)} more not labelled`, box.left + box.width, box.top + 12);
  }
}

function colourOf(kind: Mark['kind'], palette: Palette): string {
  return kind === 'context' ? palette.inkFaint : palette.ink;
}

/** The lines a mark sends down through the plot from `top`, where its ends are in view. */
function drawThread(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  mark: Mark,
  top: number,
  palette: Palette,
): void {
  context.strokeStyle = colourOf(mark.kind, palette);
  context.lineWidth = 1;
  context.globalAlpha = 0.55;
  context.setLineDash(mark.kind === 'context' ? [2, 3] : []);
  context.beginPath();
  for (const us of new Set([mark.fromUs, mark.toUs])) {
    if (us < range.fromUs || us > range.toUs) continue;
    const x = crisp(box.left + toPx(range, box.width, us) - 0.5);
    context.moveTo(x, top);
    context.lineTo(x, box.bottom);
  }
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function drawMark(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  { mark, row, fromPx, toPx: endPx, labelPx, label }: PlacedMark,
  palette: Palette,
): void {
  const y = 13 + row * ROW_PX;
  const x = box.left + fromPx;
  drawThread(context, box, range, mark, y + 3, palette);
  context.fillStyle = colourOf(mark.kind, palette);
  if (mark.toUs > mark.fromUs) {
    context.globalAlpha = 0.55;
    context.fillRect(x, y + 3, endPx - fromPx, 1);
    context.globalAlpha = 1;
  }
  if (mark.fromUs >= range.fromUs) drawGlyph(context, mark.kind, x, y - 4);
  context.fillStyle = mark.kind === 'context' ? palette.inkSoft : palette.ink;
  context.fillText(label, box.left + labelPx, y);
}

/** Square for a tag, disc for a comment, star for a star, triangle for an event from outside. */
function drawGlyph(context: CanvasRenderingContext2D, kind: Mark['kind'], x: number, y: number): void {
  const size = 3.5;
  context.beginPath();
  if (kind === 'tag') context.rect(x - size, y - size, 2 * size, 2 * size);
  else if (kind === 'star') starPath(context, x, y);
  else if (kind !== 'context') context.arc(x, y, size, 0, 2 * Math.PI);
  else {
    context.moveTo(x - 4, y - size);
    context.lineTo(x + 4, y - size);
    context.lineTo(x, y + size);
    context.closePath();
  }
  context.fill();
}

function starPath(context: CanvasRenderingContext2D, x: number, y: number): void {
  for (let i = 0; i < 10; i++) {
    const radius = i % 2 === 0 ? 5 : 2.2;
    const angle = (i * Math.PI) / 5;
    context.lineTo(x + radius * Math.sin(angle), y - radius * Math.cos(angle));
  }
  context.closePath();
}
