import { type EvidenceFamily, LIKELIHOODS } from '../../../shared/contract/analysis.ts';
import type { Palette } from '../../draw/palette.ts';
import { likelihoodStep, needsDecision } from '../analysis/words.ts';
import { drawLabels } from './draw-labels.ts';
import { type Drawn, nodeRadius, type Point } from './drawn.ts';
import type { SceneEdge, SceneNode } from './scene.ts';
import type { PlacedNode } from './use-places.ts';

/** Hue and dash of each family, and the shape of its values: never the hue alone. */
const FAMILY: Readonly<Record<EvidenceFamily, { readonly hue: number; readonly dash: readonly number[] }>> = {
  identity: { hue: 1, dash: [] },
  fingerprint: { hue: 2, dash: [7, 3] },
  content: { hue: 4, dash: [2, 3] },
  timeline: { hue: 3, dash: [9, 3, 2, 3] },
  pacing: { hue: 6, dash: [5, 2, 1, 2] },
  coordination: { hue: 5, dash: [9, 5] },
};

/** Hue and dash of the lines of a family; very many lines are drawn without dashes, which are slow. */
export function lineLook(family: EvidenceFamily, edges: number): { hue: number; dash: readonly number[] } {
  const { hue, dash } = FAMILY[family];
  return { hue, dash: edges > MOST_DASHED ? [] : dash };
}

const DECIDE = LIKELIHOODS.indexOf('likely');
/** From here on lines are drawn fainter, so that what lies under them is seen. */
const MANY_EDGES = 200;
export const MOST_DASHED = 1000;

export const edgeWidth = (bits: number): number => Math.min(4.5, 0.6 + Math.sqrt(Math.max(0, bits)) / 2.4);

/** How strongly a bubble is filled, from the step of its likelihood: in grey below `likely`, in the accent from there. */
export function bubbleShade(step: number): number {
  return step < DECIDE ? 0.12 + (0.5 * step) / (LIKELIHOODS.length - 1) : 0.2 + 0.2 * (step - DECIDE);
}

export function drawGraph(context: CanvasRenderingContext2D, drawn: Drawn, palette: Palette): void {
  const { scene, places, seen, view } = drawn;
  const at = (node: number) => {
    const place = places[node];
    return place && seen.nodes[node] ? { x: place.x * view.k + view.x, y: place.y * view.k + view.y } : null;
  };
  scene.nodes.forEach((node, n) => {
    if (node.type === 'operator' && at(n)) drawOperator(context, drawn, palette, n, at(n) as Point);
  });
  drawEdges(context, drawn, palette, at);
  context.setLineDash([]);
  scene.nodes.forEach((node, n) => {
    const point = at(n);
    if (node.type !== 'operator' && point) drawNode(context, drawn, palette, n, point);
  });
  drawLabels(context, drawn, palette, at);
}

/** What lies below comes first: shared values, links, a path, the weakest bridge. */
const edgeRank = ({ onPath, weakest, type }: SceneEdge) =>
  weakest ? 3 : onPath ? 2 : type === 'link' ? 1 : 0;

/**
 * Line by line, those of one look after each other: one path of thousands of lines is slower to fill than as many
 * short ones, and so are dashes, which very many lines are drawn without.
 */
function drawEdges(
  context: CanvasRenderingContext2D,
  { scene, seen, view, width, height }: Drawn,
  palette: Palette,
  at: (node: number) => Point | null,
): void {
  const looks = new Map<string, SceneEdge[]>();
  scene.edges.forEach((edge, e) => {
    const [a, b] = [at(edge.a), at(edge.b)];
    if (!seen.edges[e] || !a || !b) return;
    // Lines that lie off the screen to one side.
    if (Math.max(a.x, b.x) < 0 || Math.min(a.x, b.x) > width) return;
    if (Math.max(a.y, b.y) < 0 || Math.min(a.y, b.y) > height) return;
    const look = [edgeRank(edge), Math.round(edgeWidth(edge.bits) * 2), edge.family].join(' ');
    const alike = looks.get(look);
    if (alike) alike.push(edge);
    else looks.set(look, [edge]);
  });
  const thin = Math.min(1, Math.max(0.35, view.k));
  const faint = scene.edges.length > MANY_EDGES ? 0.6 : 1;
  const order = [...looks].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [, alike] of order) {
    const { bits, family, weakest, onPath, type } = alike[0];
    const marked = weakest || onPath;
    const { hue, dash } = lineLook(family, scene.edges.length);
    context.setLineDash([...dash]);
    context.lineWidth = edgeWidth(bits) * (marked ? 1 : thin) + (onPath ? 1.5 : 0);
    context.strokeStyle = weakest ? palette.accent : onPath ? palette.ink : palette.categories[hue];
    context.globalAlpha = marked ? 1 : faint * (type === 'link' ? 0.75 : 0.5);
    for (const edge of alike) {
      const [a, b] = [at(edge.a) as Point, at(edge.b) as Point];
      context.beginPath();
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

function drawOperator(
  context: CanvasRenderingContext2D,
  { scene, places, view, selected, locked }: Drawn,
  palette: Palette,
  n: number,
  { x, y }: Point,
): void {
  const node = scene.nodes[n];
  const r = nodeRadius(node, places[n] as PlacedNode, view.k);
  const step = node.likelihood ? likelihoodStep(node.likelihood) : 0;
  const decide = node.likelihood !== null && needsDecision(node.likelihood);
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  if (node.closed) {
    context.globalAlpha = bubbleShade(step);
    context.fillStyle = decide ? palette.accent : palette.contextStrong;
    context.fill();
    context.globalAlpha = 1;
  }
  context.setLineDash(node.closed || n === selected ? [] : [2, 4]);
  context.lineWidth = n === selected || decide ? 2 : 1;
  context.strokeStyle = n === selected ? palette.ink : decide ? palette.accent : palette.contextStrong;
  context.stroke();
  context.setLineDash([]);
  if (locked.has(node.id)) drawLock(context, palette, x, y - r);
}

function drawNode(
  context: CanvasRenderingContext2D,
  { scene, places, view, selected, locked, inParts }: Drawn,
  palette: Palette,
  n: number,
  { x, y }: Point,
): void {
  const node = scene.nodes[n];
  const r = nodeRadius(node, places[n] as PlacedNode, view.k);
  if (n === selected) {
    context.beginPath();
    context.arc(x, y, r + 5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = palette.ink;
    context.stroke();
  }
  shape(context, node, x, y, r);
  context.lineWidth = 1.5;
  if (node.type === 'value') {
    context.fillStyle = palette.ground;
    context.strokeStyle = palette.categories[FAMILY[node.family ?? 'identity'].hue];
  } else {
    const decide = node.likelihood !== null && needsDecision(node.likelihood);
    context.fillStyle = inParts
      ? node.part < palette.categories.length && !node.alone
        ? palette.categories[node.part]
        : palette.contextStrong
      : decide
        ? palette.accent
        : palette.subject;
    context.strokeStyle = palette.ground;
  }
  context.fill();
  context.stroke();
  if (inParts && node.type === 'account' && !node.alone && r > 4.5) {
    context.fillStyle = palette.ground;
    context.font = `600 ${Math.round(r * 1.35)}px ${palette.fontSmall.replace(/^\S+ /, '')}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(partName(node.part), x, y + 0.5);
  }
  if (node.hidden > 0) drawBadge(context, palette, x + r, y - r);
  if (locked.has(node.id)) drawLock(context, palette, x, y + r + 3);
}

/** `A` for the largest part, `B` for the next; a dot beyond the letters. */
export function partName(part: number): string {
  return part < 26 ? String.fromCharCode(65 + part) : '·';
}

function shape(context: CanvasRenderingContext2D, node: SceneNode, x: number, y: number, r: number): void {
  context.beginPath();
  if (node.type === 'account') context.arc(x, y, r, 0, 2 * Math.PI);
  else if (node.family === 'identity') context.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
  else {
    const corners = node.family === 'fingerprint' ? 3 : node.family === 'content' ? 4 : 6;
    for (let c = 0; c < corners; c++) {
      const angle = -Math.PI / 2 + (2 * Math.PI * c) / corners;
      const [cx, cy] = [x + r * 1.15 * Math.cos(angle), y + r * 1.15 * Math.sin(angle)];
      if (c === 0) context.moveTo(cx, cy);
      else context.lineTo(cx, cy);
    }
    context.closePath();
  }
}

/** Neighbours are hidden: a small cross at the upper right. */
function drawBadge(context: CanvasRenderingContext2D, palette: Palette, x: number, y: number): void {
  context.strokeStyle = palette.inkSoft;
  context.lineWidth = 1.2;
  context.beginPath();
  context.moveTo(x - 3, y);
  context.lineTo(x + 3, y);
  context.moveTo(x, y - 3);
  context.lineTo(x, y + 3);
  context.stroke();
}

function drawLock(context: CanvasRenderingContext2D, palette: Palette, x: number, y: number): void {
  context.fillStyle = palette.ink;
  context.fillRect(x - 3, y - 1, 6, 5);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.2;
  context.beginPath();
  context.arc(x, y - 1, 2.2, Math.PI, 0);
  context.stroke();
}
