import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import { drawTimeAxis } from './draw-axis.ts';
import { drawBins } from './draw-bins.ts';
import { drawMarkGrounds, drawMarks } from './draw-marks.ts';
import { drawRequests } from './draw-requests.ts';
import { detailBox, type PlotBox } from './layout.ts';
import { type Scene, shownFor } from './scene.ts';

/** The static layer of the detail: everything but pointer, cursor and proposal. */
export function drawDetail(
  context: CanvasRenderingContext2D,
  size: Size,
  scene: Scene,
  range: TimeRange,
  palette: Palette,
): void {
  const box = detailBox(size);
  const shown = shownFor(scene, range, box.width);
  drawMarkGrounds(context, box, range, scene.marks, palette);
  if (shown.kind === 'requests') drawRequests(context, box, range, shown.loaded, palette);
  else {
    const look = { ...scene, per: shown.level.title, matching: shown.matching };
    drawBins(context, box, range, shown.bins, look, palette);
  }
  if (scene.committed) drawCommitted(context, box, range, scene.committed, palette);
  if (scene.leftOut) drawLeftOut(context, box, range, scene.leftOut, palette);
  drawMarks(context, box, range, scene.marks, palette);
  drawTimeAxis(context, box, range, scene.spans, palette);
}

/** What a committed filter leaves out steps back behind a veil; its edges are solid. */
export function drawCommitted(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  committed: TimeRange,
  palette: Palette,
): void {
  const within = (us: number) => Math.min(box.width, Math.max(0, toPx(range, box.width, us)));
  const from = within(committed.fromUs);
  const to = within(committed.toUs);
  context.globalAlpha = 0.72;
  context.fillStyle = palette.ground;
  context.fillRect(box.left, box.top, from, box.height);
  context.fillRect(box.left + to, box.top, box.width - to, box.height);
  context.globalAlpha = 1;
  drawEdges(context, box, range, committed, palette);
}

/** A time that the filter leaves out steps back behind a veil; all around it stays. */
export function drawLeftOut(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  leftOut: TimeRange,
  palette: Palette,
): void {
  const within = (us: number) => Math.min(box.width, Math.max(0, toPx(range, box.width, us)));
  const from = within(leftOut.fromUs);
  context.globalAlpha = 0.72;
  context.fillStyle = palette.ground;
  context.fillRect(box.left + from, box.top, within(leftOut.toUs) - from, box.height);
  context.globalAlpha = 1;
  drawEdges(context, box, range, leftOut, palette);
}

function drawEdges(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  { fromUs, toUs }: TimeRange,
  palette: Palette,
): void {
  context.fillStyle = palette.accent;
  if (fromUs >= range.fromUs && fromUs < range.toUs)
    context.fillRect(Math.round(box.left + toPx(range, box.width, fromUs)) - 1, box.top, 1.5, box.height);
  if (toUs > range.fromUs && toUs <= range.toUs)
    context.fillRect(Math.round(box.left + toPx(range, box.width, toUs)), box.top, 1.5, box.height);
}
