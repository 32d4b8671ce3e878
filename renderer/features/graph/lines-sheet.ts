import { drawLines } from './draw-lines.ts';
import type { View } from './fit.ts';
import type { LineBatch } from './line-batches.ts';

/** A sheet of lines to be drawn aside. */
export interface LinesQuestion {
  /** Left out while they are those of the question before. */
  readonly batches?: readonly LineBatch[];
  readonly view: View;
  /** Of the sheet, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

export interface LinesAnswer {
  readonly sheet: ImageBitmap;
}

let batches: readonly LineBatch[] = [];

/** Draws the sheet asked for; the lines are kept for the next one. */
export function drawSheet(question: LinesQuestion): LinesAnswer {
  const { view, width, height, ratio } = question;
  batches = question.batches ?? batches;
  const canvas = new OffscreenCanvas(Math.ceil(width * ratio), Math.ceil(height * ratio));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The canvas gives no 2D context.');
  context.scale(ratio, ratio);
  drawLines(context, batches, view, width, height);
  return { sheet: canvas.transferToImageBitmap() };
}
