import type { Size } from './canvas.ts';
import type { Palette } from './palette.ts';
import { SvgDrawing } from './svg-drawing.ts';

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
  /** Draws the chart at the origin in a size, as on screen. */
  draw(context: CanvasRenderingContext2D, size: Size): void;
}

const MARGIN = 16;
const TITLE = 22;
const LINE = 15;
/** Device pixels a CSS pixel in PNGs: sharp on paper at the chart's own size. */
const SHARPNESS = 2;

/** Size of chart and caption together. */
export function pictureSize({ size, caption }: Picture): Size {
  return {
    widthPx: Math.ceil(size.widthPx) + 2 * MARGIN,
    heightPx: Math.ceil(size.heightPx) + 2 * MARGIN + TITLE + LINE * caption.lines.length + 8,
  };
}

/** Ground, title, chart and caption, on a canvas or as SVG. */
export function drawPicture(context: CanvasRenderingContext2D, picture: Picture, palette: Palette): void {
  const { widthPx, heightPx } = pictureSize(picture);
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, widthPx, heightPx);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.ink;
  context.font = palette.fontSmall.replace(/^\S+/, '600 14px');
  context.fillText(picture.caption.title, MARGIN, MARGIN + 12);
  context.save();
  context.translate(MARGIN, MARGIN + TITLE);
  context.beginPath();
  context.rect(0, 0, picture.size.widthPx, picture.size.heightPx);
  context.clip();
  picture.draw(context, picture.size);
  context.restore();
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.inkSoft;
  context.font = palette.fontSmall;
  picture.caption.lines.forEach((line, k) => {
    context.fillText(line, MARGIN, MARGIN + TITLE + picture.size.heightPx + 20 + k * LINE);
  });
}

/** The picture as one SVG document that loads and runs nothing. */
export function pictureSvg(picture: Picture, palette: Palette): string {
  const probe = canvasContext(1, 1);
  const drawing = new SvgDrawing(pictureSize(picture), (text, font) => {
    probe.font = font;
    return probe.measureText(text).width;
  });
  drawPicture(drawing.asContext(), picture, palette);
  return drawing.toString();
}

/** The same picture as a PNG file's bytes. */
export async function picturePng(picture: Picture, palette: Palette): Promise<Uint8Array<ArrayBuffer>> {
  const { widthPx, heightPx } = pictureSize(picture);
  const context = canvasContext(widthPx * SHARPNESS, heightPx * SHARPNESS);
  context.scale(SHARPNESS, SHARPNESS);
  drawPicture(context, picture, palette);
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
