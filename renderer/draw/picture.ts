import type { Size } from './canvas.ts';
import type { Palette } from './palette.ts';
import { SvgDrawing } from './svg-drawing.ts';
import { wrapText } from './text.ts';

/** What stands under a picture, so that it can be read, and checked, away from the application. */
export interface Caption {
  readonly title: string;
  /** One fact a line: filter, time zone, rows, data set. */
  readonly lines: readonly string[];
}

/** A chart that can leave the window. */
export interface Picture {
  readonly size: Size;
  readonly caption: Caption;
  /** Draws the chart at the origin in a size, as on screen but in the colours given. */
  draw(context: CanvasRenderingContext2D, size: Size, palette: Palette): void;
}

const MARGIN = 16;
const TITLE = 20;
const LINE = 15;
/** Device pixels a CSS pixel in PNGs: sharp on paper at the chart's own size. */
const SHARPNESS = 2;
/** A small chart is given this much room, or its caption would be a column of words. */
const LEAST_WIDTH = 560;

/** Where chart and caption lie on one sheet. */
interface Sheet {
  readonly size: Size;
  readonly title: readonly string[];
  readonly titleFont: string;
  readonly chartTop: number;
  readonly lines: readonly string[];
}

function sheetOf({ size, caption }: Picture, palette: Palette): Sheet {
  const probe = canvasContext(1, 1);
  const measureIn = (font: string) => (text: string) => {
    probe.font = font;
    return probe.measureText(text).width;
  };
  const widthPx = Math.max(LEAST_WIDTH, Math.ceil(size.widthPx));
  const titleFont = palette.fontSmall.replace(/^\S+/, '600 14px');
  const title = wrapText(caption.title, widthPx, measureIn(titleFont));
  const lines = caption.lines.flatMap((line) => wrapText(line, widthPx, measureIn(palette.fontSmall)));
  const chartTop = MARGIN + TITLE * title.length + 2;
  const heightPx = chartTop + Math.ceil(size.heightPx) + 8 + LINE * lines.length + MARGIN;
  return { size: { widthPx: widthPx + 2 * MARGIN, heightPx }, title, titleFont, chartTop, lines };
}

/** Ground, title, chart and caption, on a canvas or as SVG. */
function drawSheet(
  context: CanvasRenderingContext2D,
  picture: Picture,
  sheet: Sheet,
  palette: Palette,
): void {
  const { title, lines, chartTop } = sheet;
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, sheet.size.widthPx, sheet.size.heightPx);
  const write = (text: string, y: number, font: string, colour: string) => {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, MARGIN, y);
  };
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  title.forEach((text, k) => {
    write(text, MARGIN + 12 + k * TITLE, sheet.titleFont, palette.ink);
  });
  context.save();
  context.translate(MARGIN, chartTop);
  context.beginPath();
  context.rect(0, 0, picture.size.widthPx, picture.size.heightPx);
  context.clip();
  picture.draw(context, picture.size, palette);
  context.restore();
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const foot = chartTop + Math.ceil(picture.size.heightPx) + 20;
  lines.forEach((text, k) => {
    write(text, foot + k * LINE, palette.fontSmall, palette.inkSoft);
  });
}

/** The picture as one SVG document that loads and runs nothing. */
export function pictureSvg(picture: Picture, palette: Palette): string {
  const probe = canvasContext(1, 1);
  const sheet = sheetOf(picture, palette);
  const drawing = new SvgDrawing(sheet.size, (text, font) => {
    probe.font = font;
    return probe.measureText(text).width;
  });
  drawSheet(drawing.asContext(), picture, sheet, palette);
  return drawing.toString();
}

/** The same picture as a PNG file's bytes. */
export async function picturePng(picture: Picture, palette: Palette): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = sheetOf(picture, palette);
  const { widthPx, heightPx } = sheet.size;
  const context = canvasContext(widthPx * SHARPNESS, heightPx * SHARPNESS);
  context.scale(SHARPNESS, SHARPNESS);
  drawSheet(context, picture, sheet, palette);
  const blob = await new Promise<Blob | null>((done) => context.canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The chart is too large to become a PNG; save it as SVG.');
  return new Uint8Array(await blob.arrayBuffer());
}

function canvasContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The canvas gives no 2D context.');
  return context;
}
