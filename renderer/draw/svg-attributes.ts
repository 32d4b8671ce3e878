import { escapeXml } from './escape-xml.ts';
import { round, type SvgState } from './svg-state.ts';

const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };
const BASELINES: Readonly<Record<string, string>> = {
  middle: 'central',
  top: 'text-before-edge',
  hanging: 'hanging',
  bottom: 'text-after-edge',
};

/** Attributes of a filled shape. */
export function filledWith(state: SvgState): string {
  return ` fill="${escapeXml(state.fillStyle)}"${opacity(state)}`;
}

/** Attributes of an outline. */
export function strokedWith(state: SvgState): string {
  const { strokeStyle, lineWidth, lineJoin, lineCap, dash } = state;
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  const join = lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`;
  const cap = lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`;
  return ` stroke="${escapeXml(strokeStyle)}" stroke-width="${round(lineWidth * zoom(state))}"${dashes}${join}${cap}${opacity(state)}`;
}

/** Attributes of a text that measures `width` px: so wide it is drawn, also where a viewer lacks the font. */
export function placedText(
  { font, textAlign, textBaseline, matrix }: SvgState,
  x: number,
  y: number,
  width: number,
): string {
  const anchor = ANCHORS[textAlign];
  const baseline = BASELINES[textBaseline];
  const [a, b, c, d, e, f] = matrix;
  const place =
    a === 1 && b === 0 && c === 0 && d === 1
      ? `x="${round(x + e)}" y="${round(y + f)}"`
      : `x="${round(x)}" y="${round(y)}" transform="matrix(${[a, b, c, d, e, f].map(round).join(' ')})"`;
  return `${place} style="font:${escapeXml(font)};white-space:pre"${anchor ? ` text-anchor="${anchor}"` : ''}${baseline ? ` dominant-baseline="${baseline}"` : ''} textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"`;
}

function opacity({ globalAlpha }: SvgState): string {
  return globalAlpha === 1 ? '' : ` opacity="${round(globalAlpha)}"`;
}

/** By how much the matrix enlarges, on average: paths are written in the document's units, line widths too. */
function zoom({ matrix: [a, b, c, d] }: SvgState): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
