import { LIKELIHOODS } from '../../../shared/contract/analysis.ts';
import type { Palette } from '../../draw/palette.ts';
import { likelihoodStep, needsDecision } from '../analysis/words.ts';
import { type Drawn, nodeRadius, type Point } from './drawn.ts';
import { familyHue } from './line-look.ts';
import type { SceneNode } from './scene.ts';
import type { PlacedNode } from './use-places.ts';

const DECIDE = LIKELIHOODS.indexOf('likely');

/** How strongly a bubble is filled, from the step of its likelihood: in grey below `likely`, in the accent from there. */
export function bubbleShade(step: number): number {
  return step < DECIDE ? 0.12 + (0.5 * step) / (LIKELIHOODS.length - 1) : 0.2 + 0.2 * (step - DECIDE);
}

/** What lies outside the filter: hollow, in grey. */
export function drawOutside(
  context: CanvasRenderingContext2D,
  { scene, places, view, selected }: Drawn,
  palette: Palette,
  n: number,
  { x, y }: Point,
): void {
  const isOperator = scene.nodes[n].type === 'operator';
  context.beginPath();
  context.arc(x, y, nodeRadius(scene.nodes[n], places[n] as PlacedNode, view.k), 0, 2 * Math.PI);
  if (!isOperator) {
    context.fillStyle = palette.ground;
    context.fill();
  }
  context.setLineDash(isOperator ? [2, 4] : []);
  context.lineWidth = n === selected ? 2 : 1.2;
  context.strokeStyle = n === selected ? palette.ink : palette.context;
  context.stroke();
  context.setLineDash([]);
}

/** An operator: a bubble while none of its accounts is shown, else a ring around them. */
export function drawOperator(
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

/** An account, or a value that accounts share. */
export function drawNode(
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
    context.strokeStyle = palette.categories[familyHue(node.family ?? 'identity')];
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
