import { shownText } from '../../../shared/shown-text.ts';
import { crisp } from '../../draw/canvas.ts';
import { CATEGORY_COUNT, type Palette } from '../../draw/palette.ts';
import { fitText, measurer } from '../../draw/text.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';
import { lowerBound } from './bins.ts';
import type { PlotBox } from './layout.ts';
import type { LoadedRequests } from './scene.ts';
import { count, plural } from './words.ts';

/** Ticks grow no taller than this however few rows there are. */
export const TALLEST_PX = 84;
/** Share of a row's height for 1, 2, 3, 4, 5 or more requests on one pixel. */
export const HEIGHTS = [0, 0.56, 0.64, 0.7, 0.75, 0.8];
export const FAILED_HEIGHTS = [0, 0.32, 0.37, 0.41, 0.45, 0.48];

/** Height of one model's row. */
export function rowHeight(box: PlotBox, rows: number): number {
  return box.height / Math.max(1, rows);
}

/**
 * One tick a request, a row a model: standing on the row's line when answered, hanging from its top when
 * failed. Requests on one pixel share a taller tick, so drawing costs pixels and not requests. Those that do not meet
 * the filter stand in grey behind those that do.
 */
export function drawRequests(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  range: TimeRange,
  loaded: LoadedRequests,
  palette: Palette,
): void {
  const { columns, rows } = loaded;
  const width = Math.ceil(box.width);
  const height = rowHeight(box, rows.titles.length);
  const answered = rows.titles.map(() => new Uint16Array(width + 1));
  const failed = rows.titles.map(() => new Uint16Array(width + 1));
  const beside = rows.titles.map(() => new Uint16Array(width + 1));
  const last = lowerBound(columns.timeUs, range.toUs);
  for (let i = lowerBound(columns.timeUs, range.fromUs); i < last; i++) {
    const x = Math.floor(toPx(range, box.width, columns.timeUs[i]));
    const kind = columns.matches?.[i] === 0 ? beside : columns.failed[i] ? failed : answered;
    kind[rows.rowOf[i]][x]++;
  }
  const tall = Math.min(TALLEST_PX, height - 3);
  for (let row = 0; row < rows.titles.length; row++) {
    const line = box.top + (row + 1) * height;
    drawRowLine(context, box, line, palette);
    context.fillStyle = palette.context;
    fillRuns(box.left, beside[row], (n, x, w) => {
      const h = tall * HEIGHTS[n];
      context.fillRect(x, line - h, w, h);
    });
    context.fillStyle = categoryColour(palette, row, rows.titles[row]);
    fillRuns(box.left, answered[row], (n, x, w) => {
      const h = tall * HEIGHTS[n];
      context.fillRect(x, line - h, w, h);
    });
    context.fillStyle = palette.failed;
    fillRuns(box.left, failed[row], (n, x, w) => {
      const h = tall * FAILED_HEIGHTS[n];
      context.fillRect(x - 1, line - tall, w + 1, h);
    });
  }
  drawRowLabels(context, box, loaded, palette);
}

/** Colour of a row; rows without a hue of their own are grey. */
export function categoryColour(palette: Palette, row: number, title: string): string {
  if (row >= CATEGORY_COUNT || title === NO_MODEL) return palette.contextStrong;
  return palette.categories[row];
}

const NO_MODEL = 'no model given';

/** Calls back once for every run of neighbouring pixels of equal height. */
export function fillRuns(
  left: number,
  counts: Uint16Array,
  fill: (level: number, x: number, width: number) => void,
): void {
  let x = 0;
  while (x < counts.length) {
    const level = Math.min(5, counts[x]);
    let end = x + 1;
    while (end < counts.length && Math.min(5, counts[end]) === level) end++;
    if (level > 0) fill(level, left + x, Math.max(2, end - x));
    x = end;
  }
}

function drawRowLine(context: CanvasRenderingContext2D, box: PlotBox, y: number, palette: Palette): void {
  context.strokeStyle = palette.hairline;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(box.left, crisp(y - 0.5));
  context.lineTo(box.left + box.width, crisp(y - 0.5));
  context.stroke();
}

function drawRowLabels(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  { rows }: LoadedRequests,
  palette: Palette,
): void {
  const measure = measurer(context, palette.fontSmall);
  const height = rowHeight(box, rows.titles.length);
  context.font = palette.fontSmall;
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  for (let row = 0; row < rows.titles.length; row++) {
    const line = box.top + (row + 1) * height;
    const title = fitText(shownText(rows.titles[row], { max: 60 }), box.left - 14, measure);
    const colour = categoryColour(palette, row, rows.titles[row]);
    context.fillStyle = colour === palette.contextStrong ? palette.inkSoft : colour;
    context.fillText(title, box.left - 10, line - (height >= 30 ? 16 : 3));
    if (height < 30) continue;
    context.fillStyle = palette.inkSoft;
    context.fillText(plural(rows.counts[row], 'request'), box.left - 10, line - 3);
  }
  context.fillStyle = palette.ink;
  context.fillText('one tick a request', box.left - 10, 12);
  context.fillStyle = palette.inkSoft;
  context.fillText(
    `${count(rows.titles.length)} ${rows.titles.length === 1 ? 'row' : 'rows'}, by model`,
    box.left - 10,
    26,
  );
}
