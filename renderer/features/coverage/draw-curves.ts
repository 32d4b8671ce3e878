import { crisp, type Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText, measurer } from '../../draw/text.ts';
import { formatCount } from '../../ui/format.ts';
import { type Band, type CurveScene, curveScales, type Line } from './curve-scene.ts';

export const CURVE_LEFT = 48;
export const CURVE_RIGHT = 128;
const TOP = 22;
const FOOT = 38;

export function plotSize({ widthPx, heightPx }: Size): Size {
  return { widthPx: Math.max(80, widthPx - CURVE_LEFT - CURVE_RIGHT), heightPx: heightPx - TOP - FOOT };
}

/** Curves of different things against requests, in front of the band of others; labels stand at the lines' ends. */
export function drawCurves(
  context: CanvasRenderingContext2D,
  scene: CurveScene,
  cursor: number | null,
  size: Size,
  palette: Palette,
): void {
  const plot = plotSize(size);
  const scales = curveScales(scene, plot.widthPx, plot.heightPx);
  const { x, y, xTicks, yTicks, xMost } = scales;
  context.save();
  context.translate(CURVE_LEFT, TOP);
  context.font = palette.fontSmall;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const tick of yTicks) {
    context.fillStyle = palette.hairline;
    context.fillRect(0, Math.round(y(tick)), plot.widthPx, 1);
    context.fillStyle = palette.inkSoft;
    context.fillText(formatCount(tick), -8, y(tick));
  }
  for (const band of scene.bands) drawBand(context, band, x, y, xMost, palette);
  if (scene.beside === 'every request') drawEveryRequest(context, x, y, xMost, palette);
  const [main, members] = [scene.lines.filter((one) => one.isMain), scene.lines.filter((one) => !one.isMain)];
  for (const line of [...members, ...main]) drawLine(context, line, x, y, scene.stepped, palette);
  context.fillStyle = palette.hairlineStrong;
  context.fillRect(0, plot.heightPx, plot.widthPx, 1);
  context.textBaseline = 'alphabetic';
  context.textAlign = 'center';
  for (const tick of xTicks) {
    context.fillStyle = palette.hairlineStrong;
    context.fillRect(Math.round(x(tick)), plot.heightPx, 1, 4);
    context.fillStyle = palette.inkSoft;
    context.fillText(formatCount(tick), x(tick), plot.heightPx + 16);
  }
  context.textAlign = 'right';
  context.fillText(scene.xTitle, plot.widthPx, plot.heightPx + 32);
  context.textAlign = 'left';
  context.fillText(scene.yTitle, -CURVE_LEFT + 4, -10);
  if (cursor !== null && cursor <= xMost) {
    context.strokeStyle = palette.ink;
    context.lineWidth = 1;
    context.setLineDash([2, 3]);
    context.beginPath();
    context.moveTo(crisp(x(cursor)), 0);
    context.lineTo(crisp(x(cursor)), plot.heightPx);
    context.stroke();
    context.setLineDash([]);
  }
  drawLabels(context, scene, x, y, plot, xMost, palette);
  context.restore();
}

type Scale = (value: number) => number;

function drawBand(
  context: CanvasRenderingContext2D,
  { m, low, middle, high, isUnion }: Band,
  x: Scale,
  y: Scale,
  xMost: number,
  palette: Palette,
): void {
  const last = Array.from(m).findLastIndex((at) => at <= xMost);
  if (last < 0) return;
  context.beginPath();
  context.moveTo(x(0), y(0));
  for (let k = 0; k <= last; k++) context.lineTo(x(m[k]), y(high[k]));
  for (let k = last; k >= 0; k--) context.lineTo(x(m[k]), y(low[k]));
  context.closePath();
  if (!isUnion) {
    context.globalAlpha = 0.5;
    context.fillStyle = palette.context;
    context.fill();
    context.globalAlpha = 1;
  } else {
    context.strokeStyle = palette.contextStrong;
    context.lineWidth = 1;
    context.setLineDash([3, 3]);
    context.stroke();
    context.setLineDash([]);
  }
  context.strokeStyle = palette.contextStrong;
  context.lineWidth = 1.25;
  context.beginPath();
  context.moveTo(x(0), y(0));
  for (let k = 0; k <= last; k++) context.lineTo(x(m[k]), y(middle[k]));
  context.stroke();
}

/** Where every request brings something new: y = x, straight in square roots on both axes. */
function drawEveryRequest(
  context: CanvasRenderingContext2D,
  x: Scale,
  y: Scale,
  most: number,
  palette: Palette,
): void {
  context.strokeStyle = palette.contextStrong;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  context.moveTo(x(0), y(0));
  context.lineTo(x(most), y(most));
  context.stroke();
  context.setLineDash([]);
}

function drawLine(
  context: CanvasRenderingContext2D,
  line: Line,
  x: Scale,
  y: Scale,
  stepped: boolean,
  palette: Palette,
): void {
  context.strokeStyle = palette.subject;
  context.globalAlpha = line.isMain ? 1 : 0.4;
  context.lineWidth = line.isMain ? 2.25 : 1;
  context.beginPath();
  context.moveTo(x(0), y(0));
  for (let k = 0; k < line.x.length; k++) {
    if (stepped) context.lineTo(x(line.x[k]), y(k === 0 ? 0 : line.y[k - 1]));
    context.lineTo(x(line.x[k]), y(line.y[k]));
  }
  context.stroke();
  context.globalAlpha = 1;
}

const LABEL_PX = 14;

/** At the end of each main line and band; pushed apart so that none covers another. */
function drawLabels(
  context: CanvasRenderingContext2D,
  { lines, bands, beside }: CurveScene,
  x: Scale,
  y: Scale,
  plot: Size,
  xMost: number,
  palette: Palette,
): void {
  const labels = [
    ...lines
      .filter((line) => line.isMain && line.x.length > 0)
      .map((line) => ({
        text: line.label,
        y: y(line.y[line.y.length - 1]),
        x: x(line.x[line.x.length - 1]),
        colour: palette.subject,
      })),
    ...bands.flatMap(({ m, middle, label }) => {
      const last = Array.from(m).findLastIndex((at) => at <= xMost);
      return last < 0 ? [] : [{ text: label, y: y(middle[last]), x: x(m[last]), colour: palette.inkSoft }];
    }),
    ...(beside === 'every request'
      ? [{ text: 'nothing asked twice', y: y(xMost), x: x(xMost), colour: palette.inkSoft }]
      : []),
  ].sort((a, b) => a.y - b.y);
  const measure = measurer(context, palette.fontSmall);
  context.font = palette.fontSmall;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  let taken = Number.NEGATIVE_INFINITY;
  for (const label of labels) {
    const at = Math.max(label.y, taken + LABEL_PX);
    taken = at;
    const text = fitText(label.text, CURVE_RIGHT + plot.widthPx - label.x - 10, measure);
    const width = measure(text);
    // Lines of others may run where a shorter one ends.
    context.fillStyle = palette.ground;
    context.fillRect(label.x + 5, at - 7, width + 6, 14);
    context.font = palette.fontSmall;
    context.fillStyle = label.colour;
    context.fillText(text, label.x + 8, at);
  }
}
