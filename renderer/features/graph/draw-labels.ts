import { shownText } from '../../../shared/shown-text.ts';
import type { Palette } from '../../draw/palette.ts';
import { measurer } from '../../draw/text.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { kindWords, likelihoodStep } from '../analysis/words.ts';
import { type Drawn, nodeRadius, type Point } from './drawn.ts';
import { placeLabels, type WantedLabel } from './labels.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { PlacedNode } from './use-places.ts';

const MOST_LABELS = 300;
const LABEL_PX = 14;

/** Names beside the nodes, those that matter most first, none over another. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  { scene, places, view, selected, width, height }: Drawn,
  palette: Palette,
  points: readonly (Point | null)[],
): void {
  const measure = measurer(context, palette.fontSmall);
  const standsOut = importantOf(scene);
  const rank = (n: number) => {
    const { type, accounts, likelihood } = scene.nodes[n];
    if (n === selected) return 1e9;
    if (standsOut.has(n)) return 1e8;
    const size = Math.min(1e5, accounts) * 10;
    if (type === 'operator') return 1e7 + size;
    return type === 'value' ? 1e6 + size : likelihood ? likelihoodStep(likelihood) : 0;
  };
  const near = scene.nodes
    .map((_, n) => n)
    .filter((n) => {
      const point = points[n];
      return point && point.x > -50 && point.x < width + 50 && point.y > -50 && point.y < height + 50;
    });
  const order = near
    .filter((n) => !scene.nodes[n].outside)
    .sort((one, other) => rank(other) - rank(one) || one - other)
    .slice(0, MOST_LABELS);
  const wanted = order.map((n) => {
    const node = scene.nodes[n];
    const point = points[n] as Point;
    const r = nodeRadius(node, places[n] as PlacedNode, view.k);
    return wantedLabel(node, point, r, measure, n === selected);
  });
  context.font = palette.fontSmall;
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  const dots = near
    .filter((n) => scene.nodes[n].type !== 'operator')
    .map((n) => ({
      ...(points[n] as Point),
      r: nodeRadius(scene.nodes[n], places[n] as PlacedNode, view.k),
    }));
  for (const { label, x, y } of placeLabels(wanted, dots, width, height)) {
    const node = scene.nodes[order[label]];
    const { lines, width: wide } = wanted[label];
    context.textAlign = node.closed ? 'center' : 'left';
    context.strokeStyle = palette.ground;
    context.fillStyle = node.type === 'account' && order[label] !== selected ? palette.inkSoft : palette.ink;
    lines.forEach((line, l) => {
      const lineX = node.closed ? x + wide / 2 : x;
      const lineY = y + (l - (lines.length - 1) / 2) * LABEL_PX;
      if (!node.closed) context.strokeText(line, lineX, lineY);
      context.fillText(line, lineX, lineY);
    });
  }
}

const important = new WeakMap<Scene, ReadonlySet<number>>();

/** Ends of the lines that stand out, found once a picture. */
function importantOf(scene: Scene): ReadonlySet<number> {
  const known =
    important.get(scene) ??
    new Set(scene.edges.flatMap(({ weakest, onPath, a, b }) => (weakest || onPath ? [a, b] : [])));
  important.set(scene, known);
  return known;
}

/** A bubble says as much as fits into it; other nodes have one line beside them. */
function wantedLabel(
  node: SceneNode,
  { x, y }: Point,
  r: number,
  measure: (text: string) => number,
  isSelected: boolean,
): WantedLabel & { readonly lines: readonly string[] } {
  const label = (lines: readonly string[], radius: number, atY: number, inside: boolean) => ({
    lines,
    x,
    y: atY,
    r: radius,
    width: Math.max(...lines.map(measure)),
    height: LABEL_PX * lines.length,
    inside,
    above: node.type === 'operator' && !node.closed,
    must: node.type !== 'account' || isSelected,
  });
  if (node.type !== 'operator') return label([labelOf(node)], r, y, false);
  if (!node.closed) return label([labelOf(node)], 0, y - r, false);
  const all = [
    shownText(node.name, { max: 40 }),
    formatUnits(node.accounts, 'account'),
    node.likelihood ?? '',
  ];
  const room = 2 * Math.sqrt(Math.max(0, r * r - (LABEL_PX * 1.5) ** 2)) - 6;
  return label(all.every((line) => measure(line) <= room) ? all : all.slice(0, 1), r, y, true);
}

/** What stands beside a node; text from the data with its hidden characters shown. */
export function labelOf(node: SceneNode): string {
  const name = shownText(node.name, { max: node.type === 'value' ? 22 : 40 });
  if (node.type === 'operator')
    return [
      name,
      node.closed
        ? formatUnits(node.accounts, 'account')
        : `${formatCount(node.shown)} of ${formatUnits(node.accounts, 'account')}`,
      node.likelihood,
    ]
      .filter(Boolean)
      .join(' · ');
  return node.type === 'value' ? `${kindWords(node.kind ?? '')} ${name}` : name;
}
