import { bridgesOf } from './bridges.ts';
import { connectedComponents } from './components.ts';
import type { Graph } from './graph.ts';
import { minimumCut } from './minimum-cut.ts';
import type { Subgraph } from './subgraph.ts';

export interface WeakestBridge {
  /** `bridge`: one edge alone holds the group together; `cut`: it takes several. */
  readonly kind: 'bridge' | 'cut';
  /** Weight that holds the two sides together. */
  readonly weight: number;
  /** Edges of the whole graph between the two sides, ascending. */
  readonly edges: Uint32Array;
  /** The smaller side, as nodes of the whole graph, ascending. */
  readonly side: Uint32Array;
}

/** Minimum cuts take cubic time: for larger groups without a bridge none is sought. */
export const MOST_NODES_FOR_CUT = 200;

/**
 * Where a connected group would fall apart first: its bridge of least weight (the lowest edge among equals), else,
 * up to 200 nodes, its minimum cut. Undefined for a single node, a group that is not connected, or a larger one
 * without bridges.
 */
export function weakestBridge(group: Subgraph): WeakestBridge | undefined {
  const { graph } = group;
  if (graph.nodes < 2 || connectedComponents(graph).communities > 1) return undefined;
  let weakest = -1;
  for (const e of bridgesOf(graph)) {
    if (weakest < 0 || graph.edges.weight[e] < graph.edges.weight[weakest]) weakest = e;
  }
  if (weakest >= 0) return describe(group, 'bridge', sideOf(graph, weakest));
  if (graph.nodes > MOST_NODES_FOR_CUT) return undefined;
  return describe(group, 'cut', minimumCut(graph).side);
}

/** The smaller of the two sides of a bridge; on a tie the one without node 0. */
function sideOf(graph: Graph, bridge: number): Uint32Array {
  const reached = new Uint8Array(graph.nodes);
  const stack = [graph.edges.a[bridge]];
  reached[stack[0]] = 1;
  for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
    for (let at = graph.from[v]; at < graph.from[v + 1]; at++) {
      const other = graph.targets[at];
      if (reached[other] || graph.edgeOf[at] === bridge) continue;
      reached[other] = 1;
      stack.push(other);
    }
  }
  const count = reached.reduce((sum, flag) => sum + flag, 0);
  const wanted = 2 * count < graph.nodes || (2 * count === graph.nodes && !reached[0]) ? 1 : 0;
  return Uint32Array.from({ length: graph.nodes }, (_, v) => v).filter((v) => reached[v] === wanted);
}

function describe(group: Subgraph, kind: 'bridge' | 'cut', side: Uint32Array): WeakestBridge {
  const { a, b, weight } = group.graph.edges;
  const inside = new Uint8Array(group.graph.nodes);
  for (const v of side) inside[v] = 1;
  const crossing: number[] = [];
  let total = 0;
  for (let e = 0; e < a.length; e++) {
    if (inside[a[e]] === inside[b[e]]) continue;
    crossing.push(group.edges[e]);
    total += weight[e];
  }
  return {
    kind,
    weight: total,
    edges: Uint32Array.from(crossing),
    side: side.map((v) => group.nodes[v]),
  };
}
