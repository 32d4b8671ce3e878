import { bridgesOf } from './bridges.ts';
import type { Subgraph } from './subgraph.ts';

/** How tightly a group is linked. */
export interface GroupShape {
  readonly nodes: number;
  readonly edges: number;
  /** Linked pairs as a share of all pairs, in [0, 1]; 1 for a single node. */
  readonly density: number;
  /** Mean weight over linked pairs; 0 without any. */
  readonly meanWeight: number;
  /** Links of each node, in the order of the group's nodes. */
  readonly degree: Uint32Array;
  /** How many links alone hold the group together. */
  readonly bridges: number;
}

/** The shape of a group; a large one of low density or with bridges deserves a second look (Splink's graph metrics). */
export function groupShape({ graph }: Subgraph): GroupShape {
  const { nodes, from } = graph;
  const edges = graph.edges.weight.length;
  const total = graph.edges.weight.reduce((sum, weight) => sum + weight, 0);
  return {
    nodes,
    edges,
    density: nodes < 2 ? 1 : (2 * edges) / (nodes * (nodes - 1)),
    meanWeight: edges === 0 ? 0 : total / edges,
    degree: Uint32Array.from({ length: nodes }, (_, v) => from[v + 1] - from[v]),
    bridges: bridgesOf(graph).length,
  };
}
