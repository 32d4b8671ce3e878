export type Direction = 'left' | 'right' | 'up' | 'down';

interface Placed {
  readonly x: number;
  readonly y: number;
}

const TOWARDS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The node to go to from one with an arrow key: of its neighbours that lie that way the nearest in direction, else of
 * all nodes that do; null where none does. `there` tells which nodes can be gone to.
 */
export function walk(
  nodes: readonly Placed[],
  edges: readonly { readonly a: number; readonly b: number }[],
  there: (node: number) => boolean,
  from: number,
  direction: Direction,
): number | null {
  const near = edges.flatMap(({ a, b }) => (a === from ? [b] : b === from ? [a] : []));
  return (
    nearest(nodes, near.filter(there), from, direction) ??
    nearest(
      nodes,
      nodes.map((_, node) => node).filter((node) => node !== from && there(node)),
      from,
      direction,
    )
  );
}

function nearest(
  nodes: readonly Placed[],
  among: readonly number[],
  from: number,
  direction: Direction,
): number | null {
  const [towardsX, towardsY] = TOWARDS[direction];
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of among) {
    const [x, y] = [nodes[node].x - nodes[from].x, nodes[node].y - nodes[from].y];
    const along = x * towardsX + y * towardsY;
    const aside = Math.abs(x * towardsY - y * towardsX);
    // Within 60 degrees of the arrow; what lies askew counts as farther away.
    if (along <= 0 || aside > along * 1.75) continue;
    const cost = along + 2 * aside;
    if (cost < least) {
      least = cost;
      best = node;
    }
  }
  return best;
}
