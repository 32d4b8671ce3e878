import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import { binValue } from './bins.ts';
import { drawSmallAxis } from './draw-axis.ts';
import { fillSteps } from './draw-bins.ts';
import { overviewBox } from './layout.ts';
import { levelFor } from './levels.ts';
import type { Scene } from './scene.ts';
import { valueScale } from './value-scale.ts';
import { durationTitle } from './words.ts';

/** The whole range, without the window: grey steps, marks and the filter along the top edge, the axis. */
export function drawOverviewGround(
  context: CanvasRenderingContext2D,
  size: Size,
  scene: Scene,
  palette: Palette,
): void {
  const box = overviewBox(size);
  drawSteps(context, size, scene, palette.context);
  drawSmallAxis(context, box, scene.limits, scene.spans, palette);
  const at = (us: number) => box.left + toPx(scene.limits, box.width, us);
  for (const { fromUs, toUs, kind } of scene.marks) {
    context.fillStyle = kind === 'context' ? palette.inkFaint : palette.ink;
    const x = Math.min(box.left + box.width - 2, Math.max(box.left, at(fromUs)));
    context.fillRect(x, box.top, Math.max(2, Math.min(box.left + box.width, at(toUs)) - x), 2.5);
  }
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  context.font = palette.fontSmall;
  context.fillStyle = palette.ink;
  context.fillText('whole range', box.left - 10, box.top + 14);
  context.fillStyle = palette.inkSoft;
  context.fillText(durationTitle(scene.limits.toUs - scene.limits.fromUs), box.left - 10, box.top + 28);
}

/** The same steps in the subject's colour, to be shown through the window only. */
export function drawSteps(context: CanvasRenderingContext2D, size: Size, scene: Scene, colour: string): void {
  const box = overviewBox(size);
  const bins = scene.bins(levelFor(scene.limits, box.width).level);
  const scale = valueScale(scene.spacing, bins.most[scene.measure], box.height - 5);
  fillSteps(context, box, scene.limits, bins, colour, (i) => scale(binValue(bins, i, scene.measure)));
}

/** The window over the overview: subject colour inside, and edges to take hold of. */
export function drawWindow(
  context: CanvasRenderingContext2D,
  size: Size,
  scene: Scene,
  range: TimeRange,
  proposal: TimeRange | null,
  palette: Palette,
): void {
  const box = overviewBox(size);
  const at = (us: number) => box.left + toPx(scene.limits, box.width, us);
  const from = at(range.fromUs);
  const to = Math.max(from + 2, at(range.toUs));
  context.save();
  context.beginPath();
  context.rect(from, 0, to - from, box.bottom);
  context.clip();
  drawSteps(context, size, scene, palette.subject);
  context.restore();
  context.fillStyle = palette.ink;
  context.fillRect(from - 2, box.top, to - from + 4, 1);
  // Grips stand outside the window, so that a narrow one is not hidden by them.
  const grip = box.top + box.height / 2 - 7;
  context.fillRect(Math.round(from) - 2, box.top, 2, box.height);
  context.fillRect(Math.round(from) - 5, grip, 4, 14);
  context.fillRect(Math.round(to), box.top, 2, box.height);
  context.fillRect(Math.round(to) + 1, grip, 4, 14);
  for (const [filter, dash] of [
    [scene.committed, []],
    ...around(scene).map((part) => [part, []] as const),
    [proposal, [4, 3]],
  ] as const) {
    if (!filter) continue;
    context.strokeStyle = palette.accent;
    context.lineWidth = 2;
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(at(filter.fromUs), box.bottom - 1);
    context.lineTo(Math.max(at(filter.toUs), at(filter.fromUs) + 2), box.bottom - 1);
    context.stroke();
    context.setLineDash([]);
  }
}

/** What the filter takes before and after a time that it leaves out. */
function around({ limits, leftOut }: Scene): readonly TimeRange[] {
  if (!leftOut) return [];
  const before = { fromUs: limits.fromUs, toUs: Math.min(leftOut.fromUs, limits.toUs) };
  const after = { fromUs: Math.max(leftOut.toUs, limits.fromUs), toUs: limits.toUs };
  return [before, after].filter(({ fromUs, toUs }) => fromUs < toUs);
}
