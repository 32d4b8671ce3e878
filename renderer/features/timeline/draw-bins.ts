import { crisp } from '../../draw/canvas.ts';
import { hatch } from '../../draw/hatch.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText, measurer } from '../../draw/text.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import { type Bins, binsIn, binValue, type Measure } from './bins.ts';
import type { PlotBox } from './layout.ts';
import { type Spacing, type ValueScale, valueScale, valueTicks } from './value-scale.ts';
import { shortCount } from './words.ts';

export interface BinsLook {
  readonly measure: Measure;
  readonly spacing: Spacing;
  /** After 'per': '6 h'. */
  readonly per: string;
  /** Those of the same bins that the filter leaves. */
  readonly matching?: Bins | null;
}

/**
 * Bins as steps from one baseline, in front of all those that the filter leaves, or else the failed ones hatched. The scale is that of the whole
 * level, not of the part in view, so that bars keep their height while the range moves.
 */
export function drawBins(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  bins: Bins,
  look: BinsLook,
  palette: Palette,
): void {
  const scale = valueScale(look.spacing, bins.most[look.measure], box.height - 2);
  drawValueAxis(context, box, scale, look, palette);
  const inFront = look.measure === 'requests' ? (look.matching ?? null) : null;
  const ground = inFront ? palette.context : palette.subject;
  fillSteps(context, box, range, bins, ground, (i) => scale(binValue(bins, i, look.measure)));
  if (inFront) {
    fillSteps(context, box, range, inFront, palette.subject, (i) => scale(inFront.requests[i]));
  } else if (look.measure === 'requests') {
    const style = hatch(context, palette.failed, palette.surface);
    fillSteps(context, box, range, bins, style, (i) => scale(bins.failed[i]), palette.failed);
  }
}

/** Rectangles from the baseline; bins of the same pixel edges meet without a seam until they are wide. */
export function fillSteps(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  bins: Bins,
  style: string | CanvasPattern,
  heightOf: (index: number) => number,
  outline?: string,
): void {
  const [first, last] = binsIn(bins, range);
  const edges: (readonly [x: number, y: number, width: number])[] = [];
  context.fillStyle = style;
  for (let i = first; i < last; i++) {
    const height = heightOf(i);
    if (height <= 0) continue;
    const from = Math.max(0, toPx(range, box.width, bins.fromUs[i]));
    const to = Math.min(box.width, toPx(range, box.width, bins.toUs[i]));
    const x = Math.round(box.left + from);
    const end = Math.round(box.left + to);
    const width = Math.max(1, end - x - (end - x >= 5 ? 1 : 0));
    const y = Math.round(box.bottom - Math.max(1.5, height));
    context.fillRect(x, y, width, box.bottom - y);
    if (outline) edges.push([x, y, width]);
  }
  if (outline) {
    context.fillStyle = outline;
    context.beginPath();
    for (const [x, y, width] of edges) context.rect(x, y, width, 1.5);
    context.fill();
  }
}

function drawValueAxis(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  scale: ValueScale,
  look: BinsLook,
  palette: Palette,
): void {
  const measure = measurer(context, palette.fontSmall);
  context.font = palette.fontSmall;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.lineWidth = 1;
  for (const value of valueTicks(scale)) {
    const y = crisp(box.bottom - scale(value) - 0.5);
    context.strokeStyle = palette.hairline;
    context.beginPath();
    context.moveTo(box.left, y);
    context.lineTo(box.left + box.width, y);
    context.stroke();
    context.fillStyle = palette.inkSoft;
    context.fillText(shortCount(value), box.left - 10, y + 0.5);
  }
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.ink;
  context.fillText(fitText(`${look.measure} per ${look.per}`, box.left - 12, measure), box.left - 10, 12);
  context.fillStyle = palette.inkSoft;
  context.fillText(`${look.spacing} scale`, box.left - 10, 26);
}
