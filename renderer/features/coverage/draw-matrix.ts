import type { CoverageMatrix } from '../../../shared/contract/coverage.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText, measurer } from '../../draw/text.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import { cellOf, stepOf } from './matrix-model.ts';

/** What of the matrix is in view, and what is marked in it. */
export interface MatrixWindow {
  readonly scroll: { readonly x: number; readonly y: number };
  /** Row and column looked at; null for none. */
  readonly marked: readonly [number, number] | null;
}

/** Degrees that topics are slanted by. */
const SLANT = -Math.PI / 3;
const ABOVE = [0.3, 0.62, 1];
/** Widths of dashes: never so wide that they run together. */
const BELOW = [0.18, 0.38, 0.6];

/** Accounts by topics: fill grows with what is above the cohort, a dash with what is below. */
export function drawMatrix(
  context: CanvasRenderingContext2D,
  matrix: CoverageMatrix,
  layout: MatrixLayout,
  { scroll, marked }: MatrixWindow,
  size: Size,
  palette: Palette,
): void {
  const { left, top, cellWidth, cellHeight } = layout;
  const firstRow = Math.max(0, Math.floor(scroll.y / cellHeight));
  const lastRow = Math.min(layout.rows - 1, Math.floor((scroll.y + size.heightPx - top) / cellHeight));
  const firstColumn = Math.max(0, Math.floor(scroll.x / cellWidth));
  const lastColumn = Math.min(layout.columns - 1, Math.floor((scroll.x + size.widthPx - left) / cellWidth));
  const xOf = (column: number) => left + column * cellWidth - scroll.x;
  const yOf = (row: number) => top + row * cellHeight - scroll.y;

  context.save();
  context.beginPath();
  context.rect(left, top, size.widthPx - left, size.heightPx - top);
  context.clip();
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      drawCell(context, matrix, row, column, xOf(column), yOf(row), layout, palette);
    }
  }
  context.fillStyle = palette.hairline;
  for (let row = firstRow; row <= lastRow; row += 1) {
    context.fillRect(left, yOf(row) + cellHeight - 1, xOf(layout.columns) - left, 1);
  }
  if (marked) {
    context.strokeStyle = palette.ink;
    context.lineWidth = 2;
    context.strokeRect(xOf(marked[1]) - 0.5, yOf(marked[0]) - 1, cellWidth, cellHeight + 1);
  }
  context.restore();
  drawRowLabels(context, matrix, layout, firstRow, lastRow, yOf, marked, size, palette);
  drawColumnLabels(context, matrix, layout, firstColumn, lastColumn, xOf, marked, size, palette);
}

function drawCell(
  context: CanvasRenderingContext2D,
  matrix: CoverageMatrix,
  row: number,
  column: number,
  x: number,
  y: number,
  { cellWidth, cellHeight }: MatrixLayout,
  palette: Palette,
): void {
  const { requests, logRatio } = cellOf(matrix, row, column);
  drawStep(context, stepOf(logRatio), requests > 0, x, y, cellWidth, cellHeight, palette);
}

/** One cell of the scale; the legend draws its own with this. */
export function drawStep(
  context: CanvasRenderingContext2D,
  step: number,
  isAsked: boolean,
  x: number,
  y: number,
  width: number,
  height: number,
  palette: Palette,
): void {
  if (step > 0) {
    context.globalAlpha = ABOVE[step - 1];
    context.fillStyle = palette.subject;
    context.fillRect(x, y, width - 1, height - 1);
    context.globalAlpha = 1;
  } else if (step === 0) {
    if (!isAsked) return;
    context.fillStyle = palette.hairline;
    context.fillRect(x, y, width - 1, height - 1);
  } else {
    const dash = Math.max(2, Math.round((width - 1) * BELOW[-step - 1]));
    context.fillStyle = palette.contextStrong;
    context.fillRect(Math.round(x + (width - 1 - dash) / 2), y + height / 2 - 1.5, dash, 2);
  }
}

function drawRowLabels(
  context: CanvasRenderingContext2D,
  matrix: CoverageMatrix,
  { left, top, cellHeight }: MatrixLayout,
  first: number,
  last: number,
  yOf: (row: number) => number,
  marked: MatrixWindow['marked'],
  size: Size,
  palette: Palette,
): void {
  context.save();
  context.beginPath();
  context.rect(0, top, left, size.heightPx - top);
  context.clip();
  const font = palette.fontSmall;
  const measure = measurer(context, font);
  context.font = font;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  const operators = severalOperators(matrix);
  for (let row = first; row <= last; row++) {
    const { account, operator } = matrix.rows[row];
    const y = yOf(row) + cellHeight / 2;
    const room = left - 12 - (operators ? 40 : 0);
    context.fillStyle = marked?.[0] === row ? palette.ink : palette.inkSoft;
    context.fillText(fitText(shownText(account, { max: 60 }), room, measure), left - 8, y);
    if (!operators || operator === null) continue;
    context.textAlign = 'left';
    context.fillStyle = palette.inkFaint;
    context.fillText(fitText(shownText(operator, { max: 12 }), 38, measure), 4, y);
    context.textAlign = 'right';
  }
  context.restore();
}

/** Whether rows need to say whose they are. */
export function severalOperators({ rows }: CoverageMatrix): boolean {
  return rows.some(({ operator }) => operator !== rows[0].operator);
}

function drawColumnLabels(
  context: CanvasRenderingContext2D,
  matrix: CoverageMatrix,
  { left, top, cellWidth }: MatrixLayout,
  first: number,
  last: number,
  xOf: (column: number) => number,
  marked: MatrixWindow['marked'],
  size: Size,
  palette: Palette,
): void {
  context.save();
  context.beginPath();
  context.rect(left - 8, 0, size.widthPx - left + 8, top);
  context.clip();
  const measure = measurer(context, palette.fontSmall);
  context.font = palette.fontSmall;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (let column = first; column <= last; column++) {
    context.save();
    context.translate(xOf(column) + cellWidth / 2, top - 6);
    context.rotate(SLANT);
    context.fillStyle = marked?.[1] === column ? palette.ink : palette.inkSoft;
    const text = fitText(
      shownText(matrix.topics[column].topic, { max: 60 }),
      (top - 8) / Math.sin(-SLANT),
      measure,
    );
    context.fillText(text, 0, 0);
    context.restore();
  }
  context.restore();
}
