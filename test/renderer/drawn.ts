import type { Palette } from '../../renderer/draw/palette.ts';
import { SvgDrawing } from '../../renderer/draw/svg-drawing.ts';

/** Colours that say which token they are. */
export const PALETTE: Palette = {
  ground: '#ground',
  surface: '#surface',
  raised: '#raised',
  hairline: '#hairline',
  hairlineStrong: '#hairlineStrong',
  ink: '#ink',
  inkSoft: '#inkSoft',
  inkFaint: '#inkFaint',
  accent: '#accent',
  subject: '#subject',
  context: '#context',
  contextStrong: '#contextStrong',
  failed: '#failed',
  categories: ['#c1', '#c2', '#c3', '#c4', '#c5', '#c6', '#c7', '#c8'],
  fontSmall: '11px sans-serif',
};

/** What a drawing function draws, as SVG; each character is 6 px wide. */
export function svgOf(draw: (context: CanvasRenderingContext2D) => void): string {
  const drawing = new SvgDrawing({ widthPx: 1000, heightPx: 600 }, (text) => text.length * 6);
  draw(drawing.asContext());
  return drawing.toString();
}

/** The texts in an SVG in the order drawn. */
export const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
  );

/** The shapes filled with a colour: for each its path and opacity. */
export const filledWith = (
  svg: string,
  colour: string,
): readonly (readonly [path: string, opacity: number])[] =>
  [...svg.matchAll(/<path d="([^"]*)" fill="([^"]*)"(?: opacity="([^"]*)")?/g)]
    .filter(([, , fill]) => fill === colour)
    .map(([, path, , opacity]) => [path, Number(opacity ?? 1)] as const);
