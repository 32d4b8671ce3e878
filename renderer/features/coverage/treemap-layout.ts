import { hierarchy, treemap, treemapSquarify } from 'd3';
import type { AccountContent } from '../../../shared/contract/coverage.ts';
import type { Size } from '../../draw/canvas.ts';

export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Index into the classes. */
  readonly at: number;
  /** Index into the topics of the class; null for the class itself. */
  readonly topic: number | null;
  readonly requests: number;
}

/** Height of the heading of a class. */
export const HEAD_PX = 20;

interface Node {
  readonly at: number;
  readonly topic: number | null;
  readonly requests: number;
  readonly children?: readonly Node[];
}

/**
 * Classes, then their topics, areas as requests (squarified, Bruls, Huizing and van Wijk 2000); largest first, so the
 * same content gives the same picture. Classes come before their topics.
 */
export function treemapTiles({ classes }: AccountContent, { widthPx, heightPx }: Size): Tile[] {
  const root: Node = {
    at: -1,
    topic: null,
    requests: 0,
    children: classes.map((one, at) => ({
      at,
      topic: null,
      requests: 0,
      children: one.topics.map(({ requests }, topic) => ({ at, topic, requests })),
    })),
  };
  const laid = treemap<Node>()
    .tile(treemapSquarify)
    .size([widthPx, heightPx])
    .paddingOuter(0)
    .paddingInner(1)
    .paddingTop((node) => (node.depth === 1 ? HEAD_PX : 0))
    .round(true)(hierarchy(root).sum(({ requests }) => requests));
  return laid
    .descendants()
    .filter(({ depth }) => depth > 0)
    .map(({ x0, y0, x1, y1, data, value }) => ({
      x: x0,
      y: y0,
      width: x1 - x0,
      height: y1 - y0,
      at: data.at,
      topic: data.topic,
      requests: value ?? 0,
    }));
}

/** The topic's tile under a point, or the class where its heading lies; undefined for none. */
export function tileAt(tiles: readonly Tile[], x: number, y: number): Tile | undefined {
  return tiles.findLast(
    (tile) => x >= tile.x && x < tile.x + tile.width && y >= tile.y && y < tile.y + tile.height,
  );
}
