import type { Palette } from '../../draw/palette.ts';
import { drawLabels } from './draw-labels.ts';
import { drawLines } from './draw-lines.ts';
import { drawNode, drawOperator, drawOutside } from './draw-nodes.ts';
import { type Drawn, nodeRadius, type Point } from './drawn.ts';
import type { PlacedNode } from './use-places.ts';

/** Beside a node stand its badges. */
const AROUND_PX = 12;

/**
 * The picture: operators, lines, what lies outside the filter, the other nodes, names. `paintLines` may stand in for
 * drawing the lines.
 */
export function drawGraph(
  context: CanvasRenderingContext2D,
  drawn: Drawn,
  palette: Palette,
  paintLines: (context: CanvasRenderingContext2D) => void = () =>
    drawLines(context, drawn.lines, drawn.view, drawn.width, drawn.height),
): void {
  const { nodes } = drawn.scene;
  const points = pointsOf(drawn);
  const inView = nodes.map((_, n) => n).filter((n) => isInView(drawn, n, points[n]));
  for (const n of inView) {
    if (nodes[n].type !== 'operator') continue;
    const draw = nodes[n].outside ? drawOutside : drawOperator;
    draw(context, drawn, palette, n, points[n] as Point);
  }
  paintLines(context);
  const others = inView.filter((n) => nodes[n].type !== 'operator');
  for (const n of others) if (nodes[n].outside) drawOutside(context, drawn, palette, n, points[n] as Point);
  for (const n of others) if (!nodes[n].outside) drawNode(context, drawn, palette, n, points[n] as Point);
  drawLabels(context, drawn, palette, points);
}

/** Where the nodes lie on the screen; null for those that are not there. */
function pointsOf({ places, seen, view }: Drawn): readonly (Point | null)[] {
  return places.map((place, n) =>
    place && seen.nodes[n] ? { x: place.x * view.k + view.x, y: place.y * view.k + view.y } : null,
  );
}

function isInView({ scene, places, view, width, height }: Drawn, n: number, point: Point | null): boolean {
  if (!point) return false;
  const r = nodeRadius(scene.nodes[n], places[n] as PlacedNode, view.k) + AROUND_PX;
  return point.x + r > 0 && point.x - r < width && point.y + r > 0 && point.y - r < height;
}
