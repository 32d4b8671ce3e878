import type { LineBatch } from './line-batches.ts';
import type { NodeId } from './node-id.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { PlacedNode } from './use-places.ts';

/** What is drawn, and how it is looked at. */
export interface Drawn {
  readonly scene: Scene;
  readonly places: readonly (PlacedNode | null)[];
  readonly seen: { readonly nodes: readonly boolean[]; readonly edges: readonly boolean[] };
  readonly lines: readonly LineBatch[];
  readonly locked: ReadonlySet<NodeId>;
  readonly selected: number;
  /** Whether operators fell into parts, so that the part is what an account is told by. */
  readonly inParts: boolean;
  readonly view: { readonly k: number; readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** A point of the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Radius on the screen: of a bubble its place's, of other nodes growing slower than the picture. */
export function nodeRadius({ type }: SceneNode, place: PlacedNode, k: number): number {
  if (type === 'operator') return place.r * k;
  return (type === 'value' ? 6.5 : 6) * Math.min(1.7, Math.max(0.55, Math.sqrt(k * 1.3)));
}
