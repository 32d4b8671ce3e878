import type { LaneInfo, StatusChange } from '../../../shared/contract/lanes.ts';
import { crisp } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import type { PlotBox } from '../timeline/layout.ts';
import type { LaneNote } from './lanes-scene.ts';

/** A thin line from the first to the last request, with a foot at either end that is in view. */
export function drawLife(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  { firstUs, lastUs }: LaneInfo,
  palette: Palette,
): void {
  if (firstUs === null || lastUs === null || lastUs < range.fromUs || firstUs > range.toUs) return;
  const near = (us: number) => box.left + Math.min(box.width + 4, Math.max(-4, toPx(range, box.width, us)));
  const y = crisp((box.top + box.bottom) / 2 - 0.5);
  context.strokeStyle = palette.context;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(near(firstUs), y);
  context.lineTo(near(lastUs), y);
  for (const us of [firstUs, lastUs]) {
    if (us < range.fromUs || us > range.toUs) continue;
    const x = crisp(near(us) - 0.5);
    context.moveTo(x, y - 4);
    context.lineTo(x, y + 4);
  }
  context.stroke();
}

/** Annotated stretches: their ground under the data, a line along the foot above it. */
export function drawLaneNotes(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  notes: readonly LaneNote[],
  palette: Palette,
  part: 'ground' | 'line',
): void {
  for (const { fromUs, toUs, kind } of notes) {
    if (toUs <= range.fromUs || fromUs >= range.toUs) continue;
    const from = box.left + Math.max(0, toPx(range, box.width, fromUs));
    const to = box.left + Math.min(box.width, toPx(range, box.width, toUs));
    const width = Math.max(3, to - from);
    if (part === 'ground') {
      context.fillStyle = palette.raised;
      context.fillRect(from, box.top - 2, width, box.height + 4);
      continue;
    }
    context.fillStyle = palette.ink;
    context.fillRect(from, box.bottom + 0.5, width, 1.5);
    // Square for a tag, disc for a comment, as on the timeline of one account.
    context.beginPath();
    if (kind === 'tag') context.rect(from, box.top - 1, 5, 5);
    else context.arc(from + 3, box.top + 2, 2.8, 0, 2 * Math.PI);
    context.fill();
  }
}

/** Where records say that a state began: a bar with a cross where somebody stopped the account, else an open ring. */
export function drawStatuses(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  statuses: readonly StatusChange[],
  palette: Palette,
): void {
  const middle = (box.top + box.bottom) / 2;
  for (const { sinceUs, stopped } of statuses) {
    if (sinceUs < range.fromUs || sinceUs >= range.toUs) continue;
    const x = Math.round(box.left + toPx(range, box.width, sinceUs));
    context.beginPath();
    context.arc(x, middle, 6, 0, 2 * Math.PI);
    context.fillStyle = palette.ground;
    context.fill();
    context.beginPath();
    if (stopped) {
      context.moveTo(x - 4, middle - 4);
      context.lineTo(x + 4, middle + 4);
      context.moveTo(x + 4, middle - 4);
      context.lineTo(x - 4, middle + 4);
    } else context.arc(x, middle, 3.5, 0, 2 * Math.PI);
    context.strokeStyle = stopped ? palette.failed : palette.ink;
    context.lineWidth = stopped ? 2 : 1.25;
    context.stroke();
  }
}
