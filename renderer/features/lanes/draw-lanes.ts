import { shownText } from '../../../shared/shown-text.ts';
import { crisp } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText, measurer } from '../../draw/text.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import { binsIn, lowerBound } from '../timeline/bins.ts';
import { FAILED_HEIGHTS, fillRuns, HEIGHTS } from '../timeline/draw-requests.ts';
import { HEAT_STEPS, heatStep, heatThresholds } from '../timeline/heat.ts';
import type { PlotBox } from '../timeline/layout.ts';
import type { LoadedRequests } from '../timeline/scene.ts';
import { valueScale } from '../timeline/value-scale.ts';
import { count, plural } from '../timeline/words.ts';
import { drawLaneNotes, drawLife, drawStatuses } from './draw-lane-facts.ts';
import type { Lane } from './lane.ts';
import type { LaneRow } from './lane-rows.ts';
import { COUNT_PX, ROW_PX, rowsInView, rowTop } from './lanes-layout.ts';
import { detailFor, type LanesScene, laneShown } from './lanes-scene.ts';

/** Opacities of the ramp over the ground; the last step is the full colour. */
const RAMP = [0.2, 0.34, 0.48, 0.63, 0.8, 1];
const PAD_PX = 2;

/** The lanes in view: name, life, activity, what records and people say, and the number of requests. */
export function drawLanes(
  context: CanvasRenderingContext2D,
  body: PlotBox,
  scrollPx: number,
  scene: LanesScene,
  range: TimeRange,
  cursor: string | null,
  palette: Palette,
): void {
  const [first, last] = rowsInView(body, scrollPx, scene.rows.length);
  const most = scene.most(detailFor(range, body.width));
  context.save();
  context.beginPath();
  context.rect(0, body.top, body.left + body.width + COUNT_PX + 16, body.height);
  context.clip();
  for (let at = first; at < last; at++) {
    const row = scene.rows[at];
    const top = rowTop(body, scrollPx, at);
    if (row.kind === 'group') drawGroup(context, body, top, row, palette);
    else drawLane(context, body, top, scene, scene.lanes[row.lane], range, most, cursor, palette);
  }
  context.restore();
}

function drawLane(
  context: CanvasRenderingContext2D,
  body: PlotBox,
  top: number,
  scene: LanesScene,
  lane: Lane,
  range: TimeRange,
  most: number,
  cursor: string | null,
  palette: Palette,
): void {
  const { info } = lane;
  if (info.account === cursor) {
    context.fillStyle = palette.raised;
    context.fillRect(0, top, body.left + body.width + COUNT_PX + 8, ROW_PX);
  }
  drawName(context, body, top, lane, info.account === cursor, palette);
  context.save();
  context.beginPath();
  context.rect(body.left, top, body.width, ROW_PX);
  context.clip();
  const box: PlotBox = {
    left: body.left,
    top: top + PAD_PX,
    width: body.width,
    height: ROW_PX - 2 * PAD_PX,
    bottom: top + ROW_PX - PAD_PX,
  };
  drawLife(context, box, range, info, palette);
  drawLaneNotes(context, box, range, scene.notes.get(info.account) ?? [], palette, 'ground');
  const shown = laneShown(scene, lane, range, body.width);
  if (shown.kind === 'requests') drawTicks(context, box, range, shown.loaded, palette);
  else drawCells(context, box, range, lane, shown.level, scene, most, palette);
  drawLaneNotes(context, box, range, scene.notes.get(info.account) ?? [], palette, 'line');
  drawStatuses(context, box, range, info.statuses, palette);
  context.restore();
}

function drawCells(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  lane: Lane,
  level: Parameters<Lane['bins']>[0],
  { look }: LanesScene,
  most: number,
  palette: Palette,
): void {
  const bins = lane.bins(level);
  const [first, last] = binsIn(bins, range);
  const tops = heatThresholds(most);
  const scale = valueScale('square root', most, box.height);
  const cells = Array.from({ length: HEAT_STEPS }, (): Cell[] => []);
  for (let i = first; i < last; i++) {
    const from = Math.round(box.left + Math.max(0, toPx(range, box.width, bins.fromUs[i])));
    const to = Math.round(box.left + Math.min(box.width, toPx(range, box.width, bins.toUs[i])));
    const width = Math.max(1, to - from - (to - from >= 5 ? 1 : 0));
    const step = heatStep(bins.requests[i], tops);
    if (step === 0) continue;
    const height = look === 'cells' ? box.height : Math.max(2, Math.round(scale(bins.requests[i])));
    cells[look === 'cells' ? step - 1 : HEAT_STEPS - 1].push([from, box.bottom - height, width, height]);
  }
  // The ground first, so that what runs beneath a pale cell does not show through it.
  context.fillStyle = palette.ground;
  for (const alike of cells) fillCells(context, alike);
  context.fillStyle = palette.subject;
  cells.forEach((alike, step) => {
    context.globalAlpha = RAMP[step];
    fillCells(context, alike);
  });
  context.globalAlpha = 1;
}

type Cell = readonly [x: number, y: number, width: number, height: number];

/** As one path, which fills faster than cell by cell. */
function fillCells(context: CanvasRenderingContext2D, cells: readonly Cell[]): void {
  if (cells.length === 0) return;
  context.beginPath();
  for (const cell of cells) context.rect(...cell);
  context.fill();
}

/** One tick a request: from the foot of the lane when answered, from its top when failed. */
function drawTicks(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  { columns }: LoadedRequests,
  palette: Palette,
): void {
  const width = Math.ceil(box.width);
  const answered = new Uint16Array(width + 1);
  const failed = new Uint16Array(width + 1);
  const last = lowerBound(columns.timeUs, range.toUs);
  for (let i = lowerBound(columns.timeUs, range.fromUs); i < last; i++) {
    (columns.failed[i] ? failed : answered)[Math.floor(toPx(range, box.width, columns.timeUs[i]))]++;
  }
  context.fillStyle = palette.subject;
  fillRuns(box.left, answered, (n, x, w) => {
    const height = box.height * HEIGHTS[n] * 1.25;
    context.fillRect(x, box.bottom - height, w, height);
  });
  context.fillStyle = palette.failed;
  fillRuns(box.left, failed, (n, x, w) => {
    context.fillRect(x, box.top, w, box.height * FAILED_HEIGHTS[n] * 1.25);
  });
}

function drawName(
  context: CanvasRenderingContext2D,
  body: PlotBox,
  top: number,
  { info }: Lane,
  active: boolean,
  palette: Palette,
): void {
  const measure = measurer(context, palette.fontSmall);
  context.font = palette.fontSmall;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'right';
  context.fillStyle = active ? palette.ink : palette.inkSoft;
  const name = fitText(shownText(info.account, { max: 60 }), body.left - 14, measure);
  context.fillText(name, body.left - 10, top + 14);
  context.fillText(count(info.requests), body.left + body.width + COUNT_PX, top + 14);
}

function drawGroup(
  context: CanvasRenderingContext2D,
  body: PlotBox,
  top: number,
  row: Extract<LaneRow, { kind: 'group' }>,
  palette: Palette,
): void {
  const measure = measurer(context, palette.fontSmall);
  context.font = palette.fontSmall;
  context.textBaseline = 'alphabetic';
  context.strokeStyle = palette.hairline;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, crisp(top));
  context.lineTo(body.left + body.width + COUNT_PX, crisp(top));
  context.stroke();
  context.textAlign = 'left';
  context.fillStyle = palette.ink;
  const title = fitText(shownText(row.title, { max: 80 }), body.left + body.width / 2, measure);
  context.fillText(title, 2, top + 14);
  context.fillStyle = palette.inkSoft;
  context.fillText(plural(row.lanes, 'lane'), 2 + measure(title) + 10, top + 14);
  context.textAlign = 'right';
  context.fillText(count(row.requests), body.left + body.width + COUNT_PX, top + 14);
}
