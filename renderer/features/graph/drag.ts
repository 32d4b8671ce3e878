import type { Scene } from './scene.ts';
import type { PlacedNode, Places } from './use-places.ts';

/** A node that is held by the pointer. */
export interface Drag {
  readonly node: number;
  readonly fromX: number;
  readonly fromY: number;
  /** In the picture; null until it has moved far enough to be a drag. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** The places with what is being dragged where the pointer is; an operator takes its accounts along. */
export function movedPlaces(
  { nodes }: Places,
  scene: Scene,
  drag: Drag | null,
): readonly (PlacedNode | null)[] {
  const at = drag?.at;
  const start = drag ? nodes[drag.node] : null;
  if (!drag || !at || !start) return nodes;
  const [dx, dy] = [at.x - start.x, at.y - start.y];
  const dragged = scene.nodes[drag.node];
  return nodes.map((place, n) => {
    const along = n === drag.node || (dragged.type === 'operator' && scene.nodes[n].area === dragged.id);
    return along && place ? { ...place, x: place.x + dx, y: place.y + dy } : place;
  });
}
