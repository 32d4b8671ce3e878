import { packSiblings } from 'd3';

/** A round place of its own for an operator, or for an account without one. */
export interface Area {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Room for each account of an operator, so that its accounts fit where its bubble was. */
const ROOM = 30;
const GAP = 14;

/** Radius of an operator's place: its area goes with its accounts. */
export function areaRadius(accounts: number): number {
  return ROOM * Math.sqrt(Math.max(1, accounts));
}

/**
 * Packs places in their order; what comes later moves none before it. `moved` are the middles that people chose, which
 * the packing leaves out of account.
 */
export function packAreas(
  wanted: readonly { readonly id: string; readonly accounts: number }[],
  moved: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): Area[] {
  const circles = wanted.map(({ id, accounts }) => ({ id, x: 0, y: 0, r: areaRadius(accounts) + GAP }));
  packSiblings(circles);
  const first = circles[0];
  // The packing moves everything to the middle of all circles; from the first circle on nothing depends on later ones.
  const [x0, y0] = first ? [first.x, first.y] : [0, 0];
  return circles.map(({ id, x, y, r }) => {
    const at = moved.get(id) ?? { x: x - x0, y: y - y0 };
    return { id, x: at.x, y: at.y, r: r - GAP };
  });
}
