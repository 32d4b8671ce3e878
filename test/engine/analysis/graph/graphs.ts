import fc from 'fast-check';
import { buildGraph, type Graph } from '../../../../electron/engine/analysis/graph/graph.ts';

export type Edge = readonly [a: number, b: number, weight: number];

export function graphOf(nodes: number, edges: readonly Edge[]): Graph {
  return buildGraph(
    nodes,
    edges.map(([a]) => a),
    edges.map(([, b]) => b),
    edges.map(([, , weight]) => weight),
  );
}

/** All pairs of these nodes. */
export function clique(nodes: readonly number[], weight = 1): Edge[] {
  return nodes.flatMap((a, at) => nodes.slice(at + 1).map((b): Edge => [a, b, weight]));
}

/** Any small graph, parallel edges and loops among its input. */
export const anyEdges = fc.integer({ min: 1, max: 14 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    edges: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 9 })), {
      maxLength: 40,
    }),
  }),
);
