import { type Quadtree, quadtree } from 'd3';
import { nodeRadius } from './drawn.ts';
import type { Scene } from './scene.ts';
import type { PlacedNode } from './use-places.ts';

interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

const NEAR_PX = 5;

/** Finds what lies under a pixel of the picture. */
export interface Finder {
  /** Place of a node; -1 for none. */
  node(px: number, py: number, view: View): number;
  /** Place of an edge between two accounts; -1 for none. */
  link(px: number, py: number, view: View): number;
}

/** `seen` leaves out what is not there at the time shown. */
export function finder(
  { nodes, edges }: Scene,
  places: readonly (PlacedNode | null)[],
  seen: { readonly nodes: readonly boolean[]; readonly edges: readonly boolean[] },
): Finder {
  const small = nodes
    .map((_, n) => n)
    .filter((n) => nodes[n].type !== 'operator' && places[n] !== null && seen.nodes[n]);
  const large = nodes
    .map((_, n) => n)
    .filter((n) => nodes[n].type === 'operator' && places[n] && seen.nodes[n]);
  const tree: Quadtree<number> = quadtree<number>()
    .x((n) => (places[n] as PlacedNode).x)
    .y((n) => (places[n] as PlacedNode).y)
    .addAll(small);
  const world = (px: number, py: number, view: View) =>
    [(px - view.x) / view.k, (py - view.y) / view.k] as const;
  return {
    node(px, py, view) {
      const [x, y] = world(px, py, view);
      const n = tree.find(x, y, 16 / view.k);
      if (n !== undefined) {
        const place = places[n] as PlacedNode;
        if (Math.hypot(place.x - x, place.y - y) * view.k <= nodeRadius(nodes[n], place, view.k) + 3)
          return n;
      }
      return (
        large.find((o) => {
          const place = places[o] as PlacedNode;
          const away = Math.hypot(place.x - x, place.y - y);
          // Of an operator whose accounts are shown only the ring, so that what is inside can be reached.
          return nodes[o].closed ? away <= place.r : Math.abs(away - place.r) * view.k <= NEAR_PX;
        }) ?? -1
      );
    },
    link(px, py, view) {
      const [x, y] = world(px, py, view);
      let best = -1;
      let least = NEAR_PX / view.k;
      edges.forEach(({ a, b, type }, e) => {
        const [from, to] = [places[a], places[b]];
        if (type !== 'link' || !from || !to || !seen.edges[e]) return;
        const away = distanceToSegment(x, y, from, to);
        if (away >= least) return;
        least = away;
        best = e;
      });
      return best;
    },
  };
}

function distanceToSegment(
  x: number,
  y: number,
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}
