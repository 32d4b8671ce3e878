import { shownText } from '../../../shared/shown-text.ts';
import { captionOf } from '../../ui/caption.ts';
import { formatCount } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { drawLinkMatrix, linkMatrixSize } from './draw-link-matrix.ts';
import { type MatrixCell, matrixOf, SHADES, type WeighedPair } from './matrix-model.ts';
import { formatBits } from './words.ts';

interface Props {
  /** In the order of rows and columns. */
  readonly accounts: readonly string[];
  readonly links: readonly WeighedPair[];
  readonly pair: readonly [string, string];
  readonly onPick: (pair: readonly [string, string]) => void;
}

/** The links of all accounts with each other; a cell picks its pair, as the two lists beside it do. */
export function LinkMatrix({ accounts, links, pair, onPick }: Props) {
  const matrix = matrixOf(accounts, links);
  if (!matrix) return null;
  const { cellPx, cells, leastBits, mostBits } = matrix;
  const size = cellPx * accounts.length;
  const isPicked = ({ link }: MatrixCell) => pair.includes(link.a) && pair.includes(link.b);
  return (
    <figure className="matrix">
      <svg
        width={size + 1}
        height={size + 1}
        role="img"
        aria-label={`${formatCount(links.length)} links between ${formatCount(accounts.length)} accounts; they stand in the table of links`}
      >
        <rect className="matrix-ground" x={0.5} y={0.5} width={size} height={size} />
        <line className="matrix-self" x1={0} y1={0} x2={size} y2={size} />
        {cells.map((cell) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the two lists do the same by keyboard
          <rect
            key={`${cell.row} ${cell.column}`}
            className={`matrix-cell matrix-shade-${cell.shade}`}
            x={cell.column * cellPx + 1}
            y={cell.row * cellPx + 1}
            width={cellPx - 1}
            height={cellPx - 1}
            onClick={() => onPick([accounts[cell.row], accounts[cell.column]])}
          >
            <title>
              {`${shownText(accounts[cell.row], { max: 60 })} and ${shownText(accounts[cell.column], { max: 60 })}, ${formatBits(cell.link.bits)} bits`}
            </title>
          </rect>
        ))}
        {cells.filter(isPicked).map(({ row, column }) => (
          <rect
            key={`${row} ${column}`}
            className="matrix-picked"
            x={column * cellPx}
            y={row * cellPx}
            width={cellPx + 1}
            height={cellPx + 1}
          />
        ))}
      </svg>
      <figcaption className="soft">
        Each account against each, by score.{' '}
        <svg width={SHADES * 12} height={10} aria-hidden="true">
          {Array.from({ length: SHADES }, (_, at) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: shades are their places
              key={at}
              className={`matrix-shade-${at + 1}`}
              x={at * 12}
              width={11}
              height={10}
            />
          ))}
        </svg>{' '}
        {formatBits(leastBits)} to {formatBits(mostBits)} bits; empty where no link is kept.{' '}
        <span className="picture-line">
          <PictureMenu
            name="each account against each"
            picture={() => ({
              size: linkMatrixSize(accounts.length),
              caption: captionOf(
                `Each account against each: ${formatCount(links.length)} links between ${formatCount(accounts.length)} accounts`,
                '',
                'Links from the analysis of the case',
                [
                  'Rows and columns by score, columns in the order of rows; the darker a cell the more bits, empty where no link is kept.',
                ],
              ),
              draw: (context, _, palette) => drawLinkMatrix(context, accounts, matrix, palette),
            })}
          />
        </span>
      </figcaption>
    </figure>
  );
}
