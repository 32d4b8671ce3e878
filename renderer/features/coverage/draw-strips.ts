import { scaleSqrt } from 'd3';
import type { TopicPartition } from '../../../shared/contract/coverage.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText, measurer } from '../../draw/text.ts';
import { formatCount } from '../../ui/format.ts';
import type { StripLayout } from './strip-layout.ts';

/** Each topic as a strip parted among the accounts, and how many ask beside how many would by chance. */
export function drawStrips(
  context: CanvasRenderingContext2D,
  partition: TopicPartition,
  layout: StripLayout,
  scrollY: number,
  marked: number,
  size: Size,
  palette: Palette,
): void {
  const { top, rowHeight, rows } = layout;
  const first = Math.max(0, Math.floor(scrollY / rowHeight));
  const last = Math.min(rows - 1, Math.floor((scrollY + size.heightPx - top) / rowHeight));
  const dots = dotScale(partition, layout);
  context.save();
  context.beginPath();
  context.rect(0, top, size.widthPx, size.heightPx - top);
  context.clip();
  for (const tick of dots.ticks) {
    context.fillStyle = palette.hairline;
    context.fillRect(dots.x(tick), top, 1, size.heightPx - top);
  }
  for (let row = first; row <= last; row++) {
    const y = top + row * rowHeight - scrollY;
    if (row === marked) {
      context.fillStyle = palette.raised;
      context.fillRect(0, y, size.widthPx, rowHeight);
    }
    drawStrip(context, partition, row, layout, y, palette);
    drawDots(context, partition, row, dots.x, y + rowHeight / 2, palette);
  }
  context.restore();
  drawHeads(context, layout, dots, palette);
}

interface DotScale {
  readonly x: (accounts: number) => number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

function dotScale({ topics, members }: TopicPartition, { dotsLeft, dotsWidth }: StripLayout): DotScale {
  const most = Math.min(
    members.length,
    topics.reduce((largest, { accounts, expected }) => Math.max(largest, accounts, expected), 1),
  );
  const scale = scaleSqrt()
    .domain([1, Math.max(2, most)])
    .range([dotsLeft + 6, dotsLeft + dotsWidth - 12]);
  const ticks = STEPS.filter((step) => step <= most);
  return {
    x: (accounts) => Math.round(scale(Math.max(1, accounts))),
    // Labels must not touch.
    ticks: ticks.filter((step, at) => at === 0 || scale(step) - scale(ticks[at - 1]) >= 18),
  };
}

function drawStrip(
  context: CanvasRenderingContext2D,
  { topics, members }: TopicPartition,
  row: number,
  { left, width, rowHeight }: StripLayout,
  y: number,
  palette: Palette,
): void {
  const { topic, requests, parts } = topics[row];
  const measure = measurer(context, palette.fontSmall);
  context.font = palette.fontSmall;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  context.fillStyle = palette.inkSoft;
  const middle = y + rowHeight / 2;
  context.fillText(fitText(shownText(topic, { max: 60 }), left - 16, measure), left - 10, middle);
  context.fillStyle = palette.hairline;
  context.fillRect(left, y + 3, width, rowHeight - 6);
  let x = left;
  parts.forEach(({ member, requests: own }, at) => {
    const span = (own / requests) * width;
    context.globalAlpha = at === 0 ? 1 : at % 2 === 1 ? 0.62 : 0.34;
    context.fillStyle = palette.subject;
    context.fillRect(x, y + 3, Math.max(0.5, span - 1), rowHeight - 6);
    context.globalAlpha = 1;
    if (at === 0 && span > 40) {
      context.textAlign = 'left';
      context.fillStyle = palette.ground;
      context.fillText(
        fitText(shownText(members[member].account, { max: 60 }), span - 12, measure),
        x + 6,
        middle,
      );
    }
    x += span;
  });
}

function drawDots(
  context: CanvasRenderingContext2D,
  { topics }: TopicPartition,
  row: number,
  x: (accounts: number) => number,
  y: number,
  palette: Palette,
): void {
  const { accounts, expected } = topics[row];
  context.strokeStyle = palette.contextStrong;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x(accounts), y);
  context.lineTo(x(expected), y);
  context.stroke();
  context.beginPath();
  context.arc(x(expected), y, 4, 0, 2 * Math.PI);
  context.fillStyle = palette.ground;
  context.fill();
  context.strokeStyle = palette.inkSoft;
  context.lineWidth = 1.5;
  context.stroke();
  context.beginPath();
  context.arc(x(accounts), y, 4, 0, 2 * Math.PI);
  context.fillStyle = palette.subject;
  context.fill();
}

function drawHeads(
  context: CanvasRenderingContext2D,
  { left, dotsLeft, top }: StripLayout,
  dots: DotScale,
  palette: Palette,
): void {
  context.font = palette.fontSmall;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillStyle = palette.inkSoft;
  context.fillText('requests on the topic, parted among the accounts, largest first', left, top - 20);
  context.fillText('accounts asking: ● seen  ○ by chance', dotsLeft, top - 20);
  context.textAlign = 'center';
  context.fillStyle = palette.inkFaint;
  for (const tick of dots.ticks) context.fillText(formatCount(tick), dots.x(tick), top - 5);
}
