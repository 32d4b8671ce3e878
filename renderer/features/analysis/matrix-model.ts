import type { Link } from '../../../shared/contract/analysis.ts';

/** Fewer accounts need no drawing, more of them give cells too small to see. */
export const LEAST_DRAWN = 4;
export const MOST_DRAWN = 60;
/** Shades from the weakest to the strongest link; as many as are told apart in grey. */
export const SHADES = 4;

/** As much of a link as the matrix takes. */
export type WeighedPair = Pick<Link, 'a' | 'b' | 'bits'>;

export interface MatrixCell {
  readonly row: number;
  readonly column: number;
  /** 1 for the weakest to `SHADES` for the strongest links. */
  readonly shade: number;
  readonly link: WeighedPair;
}

export interface Matrix {
  readonly cellPx: number;
  readonly cells: readonly MatrixCell[];
  readonly leastBits: number;
  readonly mostBits: number;
}

/** Who is linked to whom, each link in two cells, one a direction; null where it is not drawn. */
export function matrixOf(accounts: readonly string[], links: readonly WeighedPair[]): Matrix | null {
  if (accounts.length < LEAST_DRAWN || accounts.length > MOST_DRAWN || links.length === 0) return null;
  const placeOf = new Map(accounts.map((account, place) => [account, place]));
  const bits = links.map((link) => link.bits);
  const [leastBits, mostBits] = [Math.min(...bits), Math.max(...bits)];
  const cells = links.flatMap((link) => {
    const [a, b] = [placeOf.get(link.a), placeOf.get(link.b)];
    if (a === undefined || b === undefined) return [];
    const shade = shadeOf(link.bits, leastBits, mostBits);
    return [
      { row: a, column: b, shade, link },
      { row: b, column: a, shade, link },
    ];
  });
  return { cellPx: Math.min(22, Math.floor(300 / accounts.length)), cells, leastBits, mostBits };
}

function shadeOf(bits: number, least: number, most: number): number {
  if (most <= least) return SHADES;
  return Math.min(SHADES, 1 + Math.floor(((bits - least) / (most - least)) * SHADES));
}
