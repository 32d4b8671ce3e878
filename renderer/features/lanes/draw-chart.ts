import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import { drawTimeAxis } from '../timeline/draw-axis.ts';
import { drawCommitted } from '../timeline/draw-detail.ts';
import { drawMarkGrounds, drawMarks } from '../timeline/draw-marks.ts';
import { drawHair, drawProposal } from '../timeline/draw-overlay.ts';
import { drawArrows } from './draw-arrows.ts';
import { drawLanes } from './draw-lanes.ts';
import { drawActive, drawEvenness, drawShares, drawStripTitle } from './draw-strips.ts';
import { type LanesLayout, MARKS_PX, ROW_PX, rowTop } from './lanes-layout.ts';
import { detailFor, type LanesScene, sharesDetail } from './lanes-scene.ts';

export interface ChartView {
  readonly range: TimeRange;
  readonly scrollPx: number;
  /** The account whose lane is looked at. */
  readonly cursor: string | null;
}

/** The static layer: everything but the pointer, the target and the proposal. */
export function drawChart(
  context: CanvasRenderingContext2D,
  layout: LanesLayout,
  scene: LanesScene,
  { range, scrollPx, cursor }: ChartView,
  palette: Palette,
): void {
  const { body, active, shares, evenness, whole } = layout;
  const detail = detailFor(range, body.width);
  drawMarkGrounds(context, whole, range, scene.marks, palette);
  drawLanes(context, body, scrollPx, scene, range, cursor, palette);
  const rowOf = rowsByAccount(scene);
  drawArrows(context, body, scrollPx, rowOf, scene.handOvers, range, cursor, palette);

  const lanes = rowOf.size;
  const together = scene.togetherFor(detail);
  drawStripTitle(context, active, ['lanes active', 'in an hour; grey,', 'chance, 95 %'], palette);
  if (together) drawActive(context, active, range, together, lanes, palette);
  const wide = sharesDetail(range, body.width);
  drawStripTitle(context, shares, ['share of each lane', `per ${wide.level.title}`], palette);
  const looked = scene.lanes.findIndex(({ info }) => info.account === cursor);
  drawShares(
    context,
    shares,
    range,
    scene.sum.bins(wide.level),
    scene.sharesFor(wide),
    looked < 0 ? null : looked,
    palette,
  );
  drawStripTitle(context, evenness, ['evenness of load', 'variance / mean', 'per UTC day'], palette);
  if (scene.together) drawEvenness(context, evenness, range, scene.together, palette);
  if (scene.committed) drawCommitted(context, whole, range, scene.committed, palette);
  // In front of the veil over what the filter leaves out.
  drawTimeAxis(context, body, range, scene.spans, palette);
  const marks = { ...whole, top: MARKS_PX, height: whole.bottom - MARKS_PX };
  drawMarks(context, marks, range, scene.marks, palette);
}

/** The row of each lane that is shown, by its account. */
export function rowsByAccount({ rows, lanes }: LanesScene): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap((row, at) => (row.kind === 'lane' ? [[lanes[row.lane].info.account, at] as const] : [])),
  );
}

export interface Pointed {
  readonly pointerPx: number | null;
  /** What is pointed at in a lane, and the row it lies in. */
  readonly target: TimeRange | null;
  readonly row: number;
  readonly proposal: TimeRange | null;
}

/** The moving layer. */
export function drawPointed(
  context: CanvasRenderingContext2D,
  _size: Size,
  layout: LanesLayout,
  { range, scrollPx }: ChartView,
  { pointerPx, target, row, proposal }: Pointed,
  palette: Palette,
): void {
  const { body, whole } = layout;
  context.save();
  context.beginPath();
  context.rect(whole.left - 1, 0, whole.width + 2, whole.bottom + 1);
  context.clip();
  if (proposal) drawProposal(context, whole, range, proposal, palette);
  if (pointerPx !== null) drawHair(context, whole, pointerPx, palette);
  const top = rowTop(body, scrollPx, row);
  if (target && row >= 0 && top >= body.top - ROW_PX && top < body.bottom) {
    const from = body.left + toPx(range, body.width, target.fromUs);
    const to = body.left + toPx(range, body.width, target.toUs);
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.5;
    context.strokeRect(from - 1, top + 1, Math.max(4, to - from + 1), ROW_PX - 2);
  }
  context.restore();
}
