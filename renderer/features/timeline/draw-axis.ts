import { crisp } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText, measurer } from '../../draw/text.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { timeTicks } from '../../draw/time-ticks.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import type { PlotBox } from './layout.ts';
import { zoneTitle } from './words.ts';

const LINE_PX = 16;

/** The time axis under a plot: ticks, two lines of labels, and the zone in the gutter beside them. */
export function drawTimeAxis(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  spans: ZoneSpans,
  palette: Palette,
): void {
  const measure = measurer(context, palette.fontSmall);
  const { ticks, groups } = timeTicks(range, box.width, spans, measure);
  context.font = palette.fontSmall;
  context.textBaseline = 'alphabetic';
  line(context, box.left, box.left + box.width, box.bottom, palette.hairlineStrong);

  context.textAlign = 'center';
  context.strokeStyle = palette.inkFaint;
  context.lineWidth = 1;
  context.beginPath();
  for (const tick of ticks) {
    const x = crisp(box.left + tick.px - 0.5);
    context.moveTo(x, box.bottom);
    context.lineTo(x, box.bottom + (tick.major ? 7 : 4));
  }
  context.stroke();
  const right = box.left + box.width + 14;
  for (const tick of ticks) {
    const x = box.left + tick.px;
    const half = measure(tick.label) / 2;
    if (x - half < box.left - 4 || x + half > right) continue;
    context.fillStyle = tick.major ? palette.ink : palette.inkSoft;
    context.fillText(tick.label, x, box.bottom + 3 + LINE_PX);
  }
  context.textAlign = 'left';
  context.fillStyle = palette.ink;
  for (const group of groups) {
    context.fillText(group.label, box.left + group.px, box.bottom + 3 + 2 * LINE_PX + 2);
  }
  drawZone(context, box, range, spans, palette);
}

function drawZone(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  spans: ZoneSpans,
  palette: Palette,
): void {
  const measure = measurer(context, palette.fontSmall);
  const [name, ...offsets] = zoneTitle(spans, range).split(', ');
  const offset = offsets.join(', ').replaceAll('UTC', offsets.join().includes('and') ? '' : 'UTC');
  const lines = offsets.length > 0 ? [name, offset.replace(' and ', ' / ')] : ['time in', name];
  context.textAlign = 'right';
  context.fillStyle = palette.inkSoft;
  lines.forEach((text, i) => {
    const fitted = fitText(text, box.left - 14, measure);
    context.fillText(fitted, box.left - 10, box.bottom + 3 + (i + 1) * LINE_PX + (i === 1 ? 2 : 0));
  });
}

/** One line of labels only, for the overview. */
export function drawSmallAxis(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  spans: ZoneSpans,
  palette: Palette,
): void {
  const measure = measurer(context, palette.fontSmall);
  const { ticks, groups } = timeTicks(range, box.width, spans, measure);
  line(context, box.left, box.left + box.width, box.bottom, palette.hairlineStrong);
  context.font = palette.fontSmall;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillStyle = palette.inkFaint;
  // The larger unit takes the place of the small label it begins at, so one line tells both.
  const taken = groups.map(({ px, label }) => ({ from: px, to: px + measure(label) + 10, label }));
  for (const { from, label } of taken) context.fillText(label, box.left + from, box.bottom + 13);
  for (const { px, label } of ticks) {
    const from = px - measure(label) / 2;
    const to = from + measure(label);
    if (label === '' || to > box.width || taken.some((other) => from < other.to && to > other.from - 8))
      continue;
    context.fillText(label, box.left + from, box.bottom + 13);
  }
}

function line(
  context: CanvasRenderingContext2D,
  fromX: number,
  toX: number,
  y: number,
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(fromX, Math.round(y) + 0.5);
  context.lineTo(toX, Math.round(y) + 0.5);
  context.stroke();
}
