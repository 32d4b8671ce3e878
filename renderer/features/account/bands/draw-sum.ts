import type { Palette } from '../../../draw/palette.ts';
import { formatCount } from '../../../ui/format.ts';
import type { BandsLayout } from './bands-layout.ts';
import { type BandsScene, type InView, sumAt } from './bands-scene.ts';
import { TOTAL_PX, totalTitle } from './totals.ts';

/** All bands together as bars by the square root of their counts, the greatest as high as there is room. */
export function drawSum(
  context: CanvasRenderingContext2D,
  { sum, box }: BandsLayout,
  scene: BandsScene,
  { first, last }: InView,
  xOf: (edge: number) => number,
  palette: Palette,
): void {
  if (!sum) return;
  const bottom = sum.top + sum.height;
  const most = greatestSum(scene, first, last);
  context.fillStyle = palette.subject;
  for (let step = first; step < last; step++) {
    const value = sumAt(scene, step);
    if (value === 0) continue;
    const height = Math.max(1, Math.round(Math.sqrt(value / most) * (sum.height - 4)));
    const from = Math.round(xOf(scene.edges[step]));
    context.fillRect(
      from,
      bottom - height,
      Math.max(1, Math.round(xOf(scene.edges[step + 1])) - from),
      height,
    );
  }
  context.fillStyle = palette.hairlineStrong;
  context.fillRect(box.left, bottom, box.width, 1);
}

export function drawSumLabels(
  context: CanvasRenderingContext2D,
  { top, height }: NonNullable<BandsLayout['sum']>,
  { box, size }: BandsLayout,
  scene: BandsScene,
  { first, last, requests }: InView,
  palette: Palette,
): void {
  const right = box.left - 10;
  context.textAlign = 'right';
  context.fillStyle = palette.inkSoft;
  context.fillText('all together', right, top + height - 8);
  context.fillText(`at most ${formatCount(greatestSum(scene, first, last))}`, right, top + 8);
  context.fillStyle = palette.ink;
  context.fillText(totalTitle(requests), size.widthPx - TOTAL_PX, top + height - 8);
}

function greatestSum(scene: BandsScene, first: number, last: number): number {
  let most = 0;
  for (let step = first; step < last; step++) most = Math.max(most, sumAt(scene, step));
  return most;
}
