import { BIN_US } from '../../../../shared/contract/timeline.ts';
import { hatch } from '../../../draw/hatch.ts';
import type { Palette } from '../../../draw/palette.ts';
import { fitText, measurer } from '../../../draw/text.ts';
import { type TimeRange, toPx } from '../../../draw/time-scale.ts';
import { formatUnits } from '../../../ui/format.ts';
import { drawTimeAxis } from '../../timeline/draw-axis.ts';
import { type BandsLayout, ROW_PX, rowBox } from './bands-layout.ts';
import {
  type BandsScene,
  bandTitle,
  countAt,
  type InView,
  inView,
  isLeftOut,
  sessionsInView,
} from './bands-scene.ts';
import { fillCell, tone } from './cell.ts';
import { drawSessions } from './draw-sessions.ts';
import { drawSum, drawSumLabels } from './draw-sum.ts';
import { levelOf } from './steps.ts';
import { TOTAL_PX, totalTitle } from './totals.ts';

/** A row, and a step of it or with null the row itself. */
export interface Mark {
  readonly row: number;
  readonly step: number | null;
}

/** Draws all of it: rows, totals, sessions, and the time axis. */
export function drawBands(
  context: CanvasRenderingContext2D,
  layout: BandsLayout,
  scene: BandsScene,
  range: TimeRange,
  mark: Mark | null,
  palette: Palette,
): void {
  const { box } = layout;
  const { bands, edges, spans, sessions } = scene;
  const view = inView(scene, range);
  const xOf = (edge: number) => box.left + toPx(range, box.width, edge * BIN_US);
  context.save();
  context.beginPath();
  context.rect(box.left, 0, box.width, layout.size.heightPx);
  context.clip();
  drawUnread(context, layout, xOf(edges[0]), xOf(edges[edges.length - 1]), palette);
  bands.bands.forEach((band, row) => {
    const { top } = rowBox(layout, row);
    const isPlain = band.kind === 'value' && !isLeftOut(band, scene.ownChips);
    context.fillStyle = isPlain ? palette.subject : palette.contextStrong;
    // Nothing is known of these: more than a tone apart from those of which it is known that they follow none.
    if (band.kind === 'unseen') context.fillStyle = hatch(context, palette.contextStrong, palette.surface);
    for (let step = view.first; step < view.last; step++) {
      const value = countAt(scene, row, step);
      if (value === 0) continue;
      context.globalAlpha = tone(value, view.most);
      fillCell(context, xOf(edges[step]), xOf(edges[step + 1]), top + 1, ROW_PX - 2);
    }
    context.globalAlpha = 1;
    context.fillStyle = palette.hairline;
    context.fillRect(box.left, top + ROW_PX - 1, box.width, 1);
  });
  drawSum(context, layout, scene, view, xOf, palette);
  if (sessions && layout.sessions) drawSessions(context, box, layout.sessions, sessions, range, palette);
  drawMark(context, layout, mark, edges, xOf, palette);
  context.restore();
  drawLabels(context, layout, scene, view, range, mark, palette);
  drawTimeAxis(context, box, range, spans, palette);
}

/** Time that is in view but not read yet must not look like time without requests. */
function drawUnread(
  context: CanvasRenderingContext2D,
  { box }: BandsLayout,
  fromPx: number,
  toPx: number,
  palette: Palette,
): void {
  const right = box.left + box.width;
  context.fillStyle = palette.raised;
  if (fromPx > box.left) context.fillRect(box.left, box.top, fromPx - box.left, box.height);
  if (toPx < right) context.fillRect(toPx, box.top, right - toPx, box.height);
}

function drawMark(
  context: CanvasRenderingContext2D,
  layout: BandsLayout,
  mark: Mark | null,
  edges: readonly number[],
  xOf: (edge: number) => number,
  palette: Palette,
): void {
  if (!mark) return;
  const { box } = layout;
  const { top, height } = rowBox(layout, mark.row);
  const from = mark.step === null ? box.left + 1 : Math.round(xOf(edges[mark.step])) - 0.5;
  const to = mark.step === null ? box.left + box.width - 1 : Math.round(xOf(edges[mark.step + 1])) - 0.5;
  context.strokeStyle = palette.ink;
  context.lineWidth = mark.step === null ? 1 : 2;
  context.strokeRect(from, top + 0.5, Math.max(3, to - from), height - 1);
}

function drawLabels(
  context: CanvasRenderingContext2D,
  layout: BandsLayout,
  scene: BandsScene,
  view: InView,
  range: TimeRange,
  mark: Mark | null,
  palette: Palette,
): void {
  const { box, size } = layout;
  const measure = measurer(context, palette.fontSmall);
  context.font = palette.fontSmall;
  context.textBaseline = 'middle';
  const write = (row: number, title: string, total: number) => {
    const { top, height } = rowBox(layout, row);
    const y = top + height / 2;
    context.textAlign = 'right';
    context.fillStyle = mark?.row === row ? palette.ink : palette.inkSoft;
    context.fillText(fitText(title, box.left - 14, measure), box.left - 10, y);
    context.fillStyle = palette.ink;
    context.fillText(totalTitle(total), size.widthPx - TOTAL_PX, y);
  };
  scene.bands.bands.forEach((band, row) => {
    write(row, bandTitle(band, scene.field), view.ofBand[row]);
  });
  if (layout.sum) drawSumLabels(context, layout.sum, layout, scene, view, palette);
  if (scene.sessions && layout.sessions)
    write(layout.bands, 'sessions', sessionsInView(scene.sessions, range).count);
  drawScale(context, layout, scene, view.most, palette);
}

function drawScale(
  context: CanvasRenderingContext2D,
  { box, size }: BandsLayout,
  { edges }: BandsScene,
  most: number,
  palette: Palette,
): void {
  const y = box.top / 2 - 1;
  context.fillStyle = palette.inkSoft;
  context.textAlign = 'right';
  context.fillText('in view', size.widthPx - TOTAL_PX, y);
  if (most === 0) return;
  const steps = Math.min(6, most);
  context.textAlign = 'left';
  context.fillText('1', box.left, y);
  context.fillStyle = palette.subject;
  for (let k = 0; k < steps; k++) {
    // From one request to the most.
    const root = 1 + (steps > 1 ? (k / (steps - 1)) * (Math.sqrt(most) - 1) : 0);
    context.globalAlpha = tone(root ** 2, most);
    context.fillRect(box.left + 12 + k * 12, y - 5, 12, 10);
  }
  context.globalAlpha = 1;
  context.fillStyle = palette.inkSoft;
  const words = `${formatUnits(most, 'request')} per ${levelOf(edges).title}, square-root tones`;
  context.fillText(words, box.left + 18 + steps * 12, y);
}
