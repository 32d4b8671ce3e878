import { shownText } from '../../../shared/shown-text.ts';
import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText } from '../../draw/text.ts';
import { type Matrix, SHADES } from './matrix-model.ts';
import { formatBits } from './words.ts';

const LABELS = 200;
const CELL = 15;
const LEGEND = 26;
/** Opacities from the weakest links to the strongest. */
const RAMP = [0.22, 0.42, 0.68, 1];

export const linkMatrixSize = (accounts: number): Size => ({
  widthPx: LABELS + accounts * CELL + 1,
  heightPx: Math.max(1, accounts) * CELL + 1 + LEGEND,
});

/** Each account against each with the names of the rows, which are those of the columns too. */
export function drawLinkMatrix(
  context: CanvasRenderingContext2D,
  accounts: readonly string[],
  { cells, leastBits, mostBits }: Matrix,
  palette: Palette,
): void {
  const size = accounts.length * CELL;
  context.fillStyle = palette.surface;
  context.fillRect(LABELS, 0, size, size);
  context.strokeStyle = palette.hairlineStrong;
  context.lineWidth = 1;
  context.strokeRect(LABELS + 0.5, 0.5, size, size);
  context.beginPath();
  context.moveTo(LABELS, 0);
  context.lineTo(LABELS + size, size);
  context.stroke();
  const shaded = (shade: number, x: number, y: number, px: number) => {
    context.globalAlpha = RAMP[shade - 1];
    context.fillStyle = palette.subject;
    context.fillRect(x, y, px, px);
    context.globalAlpha = 1;
  };
  for (const { row, column, shade } of cells)
    shaded(shade, LABELS + column * CELL + 1, row * CELL + 1, CELL - 1);
  context.font = palette.fontSmall;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  context.fillStyle = palette.inkSoft;
  const measure = (text: string) => context.measureText(text).width;
  accounts.forEach((account, row) => {
    const name = fitText(shownText(account, { max: 60 }), LABELS - 8, measure);
    context.fillText(name, LABELS - 6, row * CELL + CELL / 2 + 1);
  });
  const y = size + LEGEND / 2;
  for (let shade = 1; shade <= SHADES; shade++) shaded(shade, LABELS + (shade - 1) * 14, y - 6, 12);
  context.textAlign = 'left';
  context.fillStyle = palette.inkSoft;
  const words = `${formatBits(leastBits)} to ${formatBits(mostBits)} bits`;
  context.fillText(words, LABELS + SHADES * 14 + 6, y + 1);
}
