import type { Graph } from './graph.ts';

export interface MinimumCut {
  /** Total weight of the edges cut. */
  readonly weight: number;
  /** The smaller side (on a tie the one without node 0), ascending. */
  readonly side: Uint32Array;
}

/**
 * A cut of least total weight that divides the graph in two (Stoer and Wagner 1997); weight 0 where the graph is not
 * connected. O(nodes^3) time and O(nodes^2) memory. Needs two nodes or more.
 */
export function minimumCut(graph: Graph): MinimumCut {
  const n = graph.nodes;
  if (n < 2) throw new RangeError('a cut needs two nodes');
  const weight = new Float64Array(n * n);
  for (let v = 0; v < n; v++) {
    for (let at = graph.from[v]; at < graph.from[v + 1]; at++) {
      weight[v * n + graph.targets[at]] = graph.weights[at];
    }
  }
  const groups: number[][] = Array.from({ length: n }, (_, v) => [v]);
  const left = Array.from({ length: n }, (_, v) => v);
  let best = Number.POSITIVE_INFINITY;
  let side: readonly number[] = [];
  while (left.length > 1) {
    const { last, before, cut } = lastPhase(weight, n, left);
    if (cut < best) {
      best = cut;
      side = [...groups[last]];
    }
    groups[before].push(...groups[last]);
    for (const v of left) {
      weight[before * n + v] += weight[last * n + v];
      weight[v * n + before] = weight[before * n + v];
    }
    left.splice(left.indexOf(last), 1);
  }
  const inside = new Set(side);
  const other = Array.from({ length: n }, (_, v) => v).filter((v) => !inside.has(v));
  const smaller =
    side.length < other.length || (side.length === other.length && !inside.has(0)) ? side : other;
  return { weight: best, side: Uint32Array.from(smaller).sort() };
}

/** Adds nodes in order of their attachment to those before; the last one's attachment is the cut of the phase. */
function lastPhase(
  weight: Float64Array,
  n: number,
  left: readonly number[],
): { last: number; before: number; cut: number } {
  const attached = new Float64Array(n);
  const added = new Uint8Array(n);
  let before = -1;
  let last = -1;
  for (let step = 0; step < left.length; step++) {
    let most = -1;
    for (const v of left) if (!added[v] && (most < 0 || attached[v] > attached[most])) most = v;
    added[most] = 1;
    before = last;
    last = most;
    for (const v of left) if (!added[v]) attached[v] += weight[most * n + v];
  }
  return { last, before, cut: attached[last] };
}
