import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3';

export interface LayoutNode {
  readonly id: string;
  /** Where it is and stays; null for one that has no place yet. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** One area's nodes, in its own coordinates. */
export interface LayoutTask {
  readonly nodes: readonly LayoutNode[];
  /** Places in `nodes`. */
  readonly edges: readonly { readonly a: number; readonly b: number }[];
  /** Radius that the nodes should fill. */
  readonly r: number;
}

interface Body extends SimulationNodeDatum {
  readonly place: number;
}

/** Ticks until things hardly move; many nodes get fewer, so that nobody waits long for the last of them. */
const TICKS = 300;
const TICKS_OF_MANY = 120;
const MANY = 400;
const DISTANCE = 44;
const ROOM = 20;
/** The golden angle: points that follow it fill a disc evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Places for the nodes that have none, by forces; the others stay where they are. The same nodes and edges in the same
 * order give the same places.
 */
export function layOut(
  { nodes, edges, r }: LayoutTask,
  ticks = nodes.length > MANY ? TICKS_OF_MANY : TICKS,
): { x: number; y: number }[] {
  if (nodes.length === 1) return [nodes[0].at ?? { x: 0, y: 0 }];
  const fixed = nodes.some(({ at }) => at !== null);
  const bodies = startingPlaces(nodes, edges, r);
  if (nodes.length > 0) {
    const simulation = forceSimulation<Body>(bodies)
      .force(
        'link',
        forceLink<Body, { source: number; target: number }>(
          edges.map(({ a, b }) => ({ source: a, target: b })),
        ).distance(DISTANCE),
      )
      .force('charge', forceManyBody<Body>().strength(-140).distanceMax(Math.max(200, r)))
      .force('room', forceCollide<Body>(ROOM))
      .force('x', forceX<Body>(0).strength(0.06))
      .force('y', forceY<Body>(0).strength(0.06))
      .stop();
    simulation.tick(ticks);
  }
  const middle = fixed ? { x: 0, y: 0 } : middleOf(bodies);
  const reach = Math.max(1, ...bodies.map(({ x = 0, y = 0 }) => Math.hypot(x - middle.x, y - middle.y)));
  // Only a picture without settled nodes can be stretched to fill its place.
  const scale = fixed ? 1 : Math.min(2.5, Math.max(4, r - ROOM) / reach);
  return bodies.map(({ x = 0, y = 0 }) => ({
    x: rounded((x - middle.x) * scale),
    y: rounded((y - middle.y) * scale),
  }));
}

/** Middle of the box around all. */
function middleOf(bodies: readonly Body[]): { x: number; y: number } {
  const half = (of: (body: Body) => number) =>
    (Math.min(...bodies.map(of)) + Math.max(...bodies.map(of))) / 2;
  return { x: half(({ x = 0 }) => x), y: half(({ y = 0 }) => y) };
}

const rounded = (px: number) => Math.round(px * 100) / 100;

/** Beside the middle of its settled neighbours, or on a spiral. */
function startingPlaces(nodes: readonly LayoutNode[], edges: LayoutTask['edges'], r: number): Body[] {
  const near: number[][] = nodes.map(() => []);
  for (const { a, b } of edges) {
    near[a].push(b);
    near[b].push(a);
  }
  return nodes.map(({ at }, place): Body => {
    if (at) return { place, x: at.x, y: at.y, fx: at.x, fy: at.y };
    const settled = near[place].flatMap((other) => nodes[other].at ?? []);
    const angle = place * GOLDEN;
    if (settled.length === 0) {
      const reach = r * 0.8 * Math.sqrt((place + 0.5) / nodes.length);
      return { place, x: reach * Math.cos(angle), y: reach * Math.sin(angle) };
    }
    const middle = (of: 'x' | 'y') => settled.reduce((sum, one) => sum + one[of], 0) / settled.length;
    return { place, x: middle('x') + 12 * Math.cos(angle), y: middle('y') + 12 * Math.sin(angle) };
  });
}
