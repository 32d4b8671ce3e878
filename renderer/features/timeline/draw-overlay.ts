import { crisp, type Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import { binAt, binValue } from './bins.ts';
import { rowHeight, TALLEST_PX } from './draw-requests.ts';
import { detailBox, type PlotBox } from './layout.ts';
import { type Scene, shownFor } from './scene.ts';
import type { Target } from './targets.ts';
import { valueScale } from './value-scale.ts';

export interface Overlay {
  readonly target: Target | null;
  /** Pixel of the plot under the pointer; null when the keyboard leads. */
  readonly pointerPx: number | null;
  readonly proposal: TimeRange | null;
}

/** The moving layer: what is pointed at, and the range that a brush proposes. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  size: Size,
  scene: Scene,
  range: TimeRange,
  overlay: Overlay,
  palette: Palette,
): void {
  const box = detailBox(size);
  context.save();
  context.beginPath();
  context.rect(box.left - 1, 0, box.width + 2, box.bottom + 1);
  context.clip();
  if (overlay.proposal) drawProposal(context, box, range, overlay.proposal, palette);
  if (overlay.pointerPx !== null) drawHair(context, box, overlay.pointerPx, palette);
  if (overlay.target) drawTarget(context, box, scene, range, overlay.target, palette);
  context.restore();
}

export function drawHair(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  px: number,
  palette: Palette,
): void {
  context.strokeStyle = palette.inkFaint;
  context.lineWidth = 1;
  context.globalAlpha = 0.5;
  context.beginPath();
  context.moveTo(crisp(box.left + px - 0.5), box.top);
  context.lineTo(crisp(box.left + px - 0.5), box.bottom);
  context.stroke();
  context.globalAlpha = 1;
}

export function drawProposal(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  proposal: TimeRange,
  palette: Palette,
): void {
  // Kept near the plot: a rectangle of astronomic width would lose the dashes to rounding.
  const near = (us: number) => Math.min(box.width + 20, Math.max(-20, toPx(range, box.width, us)));
  const from = Math.round(box.left + near(proposal.fromUs));
  const to = Math.round(box.left + near(proposal.toUs));
  context.globalAlpha = 0.1;
  context.fillStyle = palette.accent;
  context.fillRect(from, box.top, to - from, box.height);
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.setLineDash([5, 3]);
  context.strokeRect(from, box.top + 0.75, to - from, box.height - 0.75);
  context.setLineDash([]);
}

function drawTarget(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  scene: Scene,
  range: TimeRange,
  target: Target,
  palette: Palette,
): void {
  const shown = shownFor(scene, range, box.width);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.5;
  if (target.kind === 'request') {
    if (shown.kind !== 'requests') return;
    const { rows } = shown.loaded;
    const height = rowHeight(box, rows.titles.length);
    const x = box.left + Math.floor(toPx(range, box.width, target.us));
    const bottom = box.top + (rows.rowOf[target.index] + 1) * height;
    const tall = Math.min(TALLEST_PX, height - 3);
    context.strokeRect(x - 2.5, bottom - tall - 1, 6.5, tall + 1);
    return;
  }
  const from = crisp(box.left + toPx(range, box.width, target.range.fromUs) - 0.5);
  const to = crisp(box.left + toPx(range, box.width, target.range.toUs) - 0.5);
  if (shown.kind !== 'bins') return;
  const index = binAt(shown.bins, target.range.fromUs);
  const scale = valueScale(scene.spacing, shown.bins.most[scene.measure], box.height - 2);
  const value = index < 0 ? 0 : binValue(shown.bins, index, scene.measure);
  const height = Math.max(3, scale(value));
  context.strokeRect(from - 1, box.bottom - height - 1, Math.max(2, to - from), height + 1);
}
