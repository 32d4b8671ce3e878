import type { ArrivalGaps } from '../../../shared/contract/lanes.ts';
import { crisp, type Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { formatShare } from '../../ui/format.ts';
import { durationTitle } from '../timeline/words.ts';
import { arrivalTicks, binFromUs, binSpan, medianBin } from './arrivals-model.ts';

const FOOT = 34;
const LEFT = 44;
const TOP = 20;

export const ARRIVALS_SIZE: Size = { widthPx: 720, heightPx: 234 };

/** Times between successive requests as steps over decades, in front of those of others in grey. */
export function drawArrivals(
  context: CanvasRenderingContext2D,
  subject: ArrivalGaps,
  others: ArrivalGaps,
  size: Size,
  palette: Palette,
): void {
  const span = binSpan([subject, others]);
  if (!span) return;
  const [first, last] = span;
  const width = size.widthPx - LEFT - 40;
  const bottom = size.heightPx - FOOT;
  const most = Math.max(...subject.share, ...others.share, 0.01);
  const x = (bin: number) => LEFT + ((bin - first) / (last - first)) * width;
  const y = (share: number) => TOP + (1 - share / most) * (bottom - TOP);
  const steps = (share: Float64Array) => {
    context.beginPath();
    context.moveTo(x(first), bottom);
    for (let bin = first; bin < last; bin++) {
      context.lineTo(x(bin), y(share[bin]));
      context.lineTo(x(bin + 1), y(share[bin]));
    }
    context.lineTo(x(last), bottom);
  };
  steps(others.share);
  context.fillStyle = palette.context;
  context.fill();
  steps(subject.share);
  context.fillStyle = palette.subject;
  context.globalAlpha = 0.22;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = palette.subject;
  context.lineWidth = 1.5;
  context.stroke();

  context.lineWidth = 1;
  const line = (fromX: number, fromY: number, toX: number, toY: number) => {
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
  };
  context.strokeStyle = palette.hairlineStrong;
  line(LEFT, crisp(bottom), LEFT + width, crisp(bottom));
  context.font = palette.fontSmall;
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.inkSoft;
  context.textAlign = 'center';
  for (const { us, label } of arrivalTicks(span)) {
    const at = x(10 * Math.log10(us / binFromUs(0)));
    line(crisp(at), bottom, crisp(at), bottom + 4);
    context.fillText(label, at, bottom + 17);
  }
  context.textAlign = 'right';
  context.fillText(formatShare(most, 1), LEFT - 6, TOP + 4);
  context.fillText('0', LEFT - 6, bottom);
  context.fillText(
    'gap to the next request of the same account, ten steps a decade',
    LEFT + width,
    bottom + 31,
  );
  const median = medianBin(subject);
  if (median === null) return;
  context.strokeStyle = palette.ink;
  context.setLineDash([2, 3]);
  line(x(median + 0.5), TOP, x(median + 0.5), bottom);
  context.setLineDash([]);
  context.textAlign = 'left';
  context.fillStyle = palette.ink;
  context.fillText(`half within ${durationTitle(binFromUs(median + 1))}`, x(median + 0.5) + 5, TOP - 6);
}
