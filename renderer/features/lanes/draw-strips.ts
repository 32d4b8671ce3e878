import type { Together } from '../../../shared/contract/lanes.ts';
import { crisp } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText, measurer } from '../../draw/text.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import { type Bins, binsIn } from '../timeline/bins.ts';
import type { PlotBox } from '../timeline/layout.ts';
import { count } from '../timeline/words.ts';
import type { LaneShares } from './lane-shares.ts';
import { COUNT_PX } from './lanes-layout.ts';
import type { TogetherBins } from './together-bins.ts';

const DAY_US = 86_400_000_000;
/** Opacities of neighbouring parts: no part touches one of its own shade. */
const TINTS = [0.9, 0.62, 0.36];

/** The words beside a strip: what it is, and how to read it. */
export function drawStripTitle(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  lines: readonly string[],
  palette: Palette,
): void {
  const measure = measurer(context, palette.fontSmall);
  context.font = palette.fontSmall;
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  lines.forEach((text, i) => {
    context.fillStyle = i === 0 ? palette.ink : palette.inkSoft;
    context.fillText(fitText(text, box.left - 12, measure), box.left - 10, box.top + 10 + i * 14);
  });
  line(context, box, box.bottom, palette.hairlineStrong);
}

/** How many lanes have requests in an hour, as steps, over the grey band of chance. */
export function drawActive(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  bins: TogetherBins,
  lanes: number,
  palette: Palette,
): void {
  const most = Math.max(1, ...bins.active, ...bins.high.map((value) => Math.min(value, lanes)));
  const y = (value: number) => box.bottom - (Math.min(value, most) / most) * (box.height - 2);
  clipped(context, box, () => {
    eachStep(box, range, bins, (i, x, width) => {
      context.fillStyle = palette.context;
      const [low, high] = [y(bins.low[i]), y(bins.high[i])];
      context.fillRect(x, high, width, low - high);
      context.fillStyle = palette.contextStrong;
      context.fillRect(x, y(bins.expected[i]) - 0.5, width, 1);
      if (bins.active[i] === 0) return;
      const top = y(bins.active[i]);
      context.globalAlpha = 0.28;
      context.fillStyle = palette.subject;
      context.fillRect(x, top, width, box.bottom - top);
      // What lies above chance is in full colour, and as high as it is above.
      context.globalAlpha = 1;
      if (top < high) context.fillRect(x, top, width, high - top);
      context.fillRect(x, top - 0.75, width, 1.5);
    });
  });
  drawMost(context, box, `${count(Math.ceil(most))} of ${count(lanes)}`, palette);
}

/** Shares of the lanes in each cell, one above the other, the lane looked at in the subject's colour. */
export function drawShares(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  all: Bins,
  { lanes, shares, parts, rest }: LaneShares,
  looked: number | null,
  palette: Palette,
): void {
  const [first, last] = binsIn(all, range);
  clipped(context, box, () => {
    for (let i = first; i < last; i++) {
      const from = Math.round(box.left + Math.max(0, toPx(range, box.width, all.fromUs[i])));
      const to = Math.round(box.left + Math.min(box.width, toPx(range, box.width, all.toUs[i])));
      const width = Math.max(1, to - from - (to - from >= 5 ? 1 : 0));
      let sum = 0;
      for (let p = 0; p < parts; p++) {
        const share = shares[i * parts + p];
        if (share === 0) continue;
        const top = box.top + sum * box.height;
        sum += share;
        const height = box.top + sum * box.height - top;
        const isRest = rest > 0 && p === parts - 1;
        const isLooked = !isRest && lanes[p] === looked;
        context.globalAlpha = isLooked || isRest ? 1 : TINTS[p % TINTS.length] * (looked === null ? 1 : 0.55);
        context.fillStyle = isRest ? palette.context : palette.subject;
        context.fillRect(from, top, width, height > 4 ? height - 0.75 : height);
      }
    }
    context.globalAlpha = 1;
  });
  drawMost(context, box, '100 %', palette);
}

/** Variance over mean by day, on a scale of doublings, over the grey range of chance around 1. */
export function drawEvenness(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  { day, varianceToMean, chanceLow, chanceHigh }: Together,
  palette: Palette,
): void {
  const [least, most] = [1 / 16, 16];
  const y = (ratio: number) => {
    const share = Math.log2(Math.min(most, Math.max(least, ratio)) / least) / Math.log2(most / least);
    return box.bottom - 2 - share * (box.height - 4);
  };
  if (day.length === 0) {
    context.font = palette.fontSmall;
    context.textAlign = 'left';
    context.fillStyle = palette.inkSoft;
    context.fillText('No hour has four of these lanes at work.', box.left + 8, box.top + 24);
    return;
  }
  line(context, box, y(1), palette.hairlineStrong, [2, 3]);
  clipped(context, box, () => {
    for (let i = 0; i < day.length; i++) {
      const [fromUs, toUs] = [day[i] * DAY_US, (day[i] + 1) * DAY_US];
      if (toUs <= range.fromUs || fromUs >= range.toUs) continue;
      const x = Math.round(box.left + toPx(range, box.width, fromUs));
      const width = Math.max(2, Math.round(box.left + toPx(range, box.width, toUs)) - x - 1);
      context.fillStyle = palette.context;
      context.fillRect(x, y(chanceHigh[i]), width, y(chanceLow[i]) - y(chanceHigh[i]));
      const even = varianceToMean[i] < chanceLow[i];
      context.fillStyle = even ? palette.subject : palette.contextStrong;
      context.fillRect(x, y(varianceToMean[i]) - (even ? 2 : 1), width, even ? 4 : 2);
    }
  });
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = palette.inkSoft;
  context.font = palette.fontSmall;
  const right = box.left + box.width + 8;
  context.fillText('uneven', right, y(8));
  context.fillText('chance', right, y(1));
  context.fillText('even', right, y(1 / 8));
  context.textBaseline = 'alphabetic';
}

function eachStep(
  box: PlotBox,
  range: TimeRange,
  { fromUs, toUs }: TogetherBins,
  draw: (index: number, x: number, width: number) => void,
): void {
  for (let i = 0; i < fromUs.length; i++) {
    if (toUs[i] <= range.fromUs || fromUs[i] >= range.toUs) continue;
    const x = Math.round(box.left + Math.max(0, toPx(range, box.width, fromUs[i])));
    const end = Math.round(box.left + Math.min(box.width, toPx(range, box.width, toUs[i])));
    draw(i, x, Math.max(1, end - x));
  }
}

function clipped(context: CanvasRenderingContext2D, box: PlotBox, draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(box.left, box.top - 2, box.width, box.height + 2);
  context.clip();
  draw();
  context.restore();
}

function drawMost(context: CanvasRenderingContext2D, box: PlotBox, text: string, palette: Palette): void {
  context.font = palette.fontSmall;
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.inkSoft;
  context.fillText(text, box.left + box.width + COUNT_PX, box.top + 9);
}

function line(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  y: number,
  colour: string,
  dash: readonly number[] = [],
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(box.left, crisp(y - 0.5));
  context.lineTo(box.left + box.width, crisp(y - 0.5));
  context.stroke();
  context.setLineDash([]);
}
