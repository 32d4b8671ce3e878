import type { TemplateRow } from '../../../shared/contract/analysis.ts';
import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { growthLine } from './model.ts';

const [LEFT, TOP, RIGHT, FOOT] = [64, 12, 16, 24];

export const GROWTH_SIZE: Size = { widthPx: 528, heightPx: 286 };

/** Distinct fillings over requests with the ends of both axes, `GROWTH_SIZE` large. */
export function drawGrowth(
  context: CanvasRenderingContext2D,
  template: Pick<TemplateRow, 'growth' | 'requests' | 'fillings'>,
  palette: Palette,
): void {
  const width = GROWTH_SIZE.widthPx - LEFT - RIGHT;
  const height = GROWTH_SIZE.heightPx - TOP - FOOT;
  const bottom = TOP + height;
  const corners = growthLine(template, width, height);
  const follow = () => {
    context.beginPath();
    corners.forEach(([x, y], k) => {
      if (k === 0) context.moveTo(LEFT + x, TOP + y);
      else context.lineTo(LEFT + x, TOP + y);
    });
  };
  follow();
  context.lineTo(LEFT + width, bottom);
  context.closePath();
  context.fillStyle = palette.subject;
  context.globalAlpha = 0.14;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1;
  context.strokeStyle = palette.contextStrong;
  context.setLineDash([2, 3]);
  context.beginPath();
  context.moveTo(LEFT, bottom);
  context.lineTo(LEFT + width, TOP);
  context.stroke();
  context.setLineDash([]);
  follow();
  context.strokeStyle = palette.subject;
  context.lineWidth = 1.5;
  context.stroke();
  context.strokeStyle = palette.hairlineStrong;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(LEFT + 0.5, TOP);
  context.lineTo(LEFT + 0.5, bottom + 0.5);
  context.lineTo(LEFT + width, bottom + 0.5);
  context.stroke();
  context.font = palette.fontSmall;
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.inkSoft;
  context.textAlign = 'right';
  context.fillText(formatCount(template.fillings), LEFT - 8, TOP + 8);
  context.fillText('0', LEFT - 8, bottom);
  context.fillText(formatUnits(template.requests, 'request'), LEFT + width, bottom + 17);
}
