import { buildGraph, type Graph } from './graph.ts';

export interface Subgraph {
  readonly graph: Graph;
  /** Node of the whole graph for each node here, ascending. */
  readonly nodes: Uint32Array;
  /** Edge of the whole graph for each edge here, ascending. */
  readonly edges: Uint32Array;
}

/** The graph of some nodes and the edges between them. */
export function subgraphOf(graph: Graph, members: ArrayLike<number>): Subgraph {
  const nodes = Uint32Array.from(new Set(Array.from(members))).sort();
  const place = new Map<number, number>();
  nodes.forEach((v, at) => {
    place.set(v, at);
  });
  const a: number[] = [];
  const b: number[] = [];
  const weight: number[] = [];
  const edges: number[] = [];
  nodes.forEach((v, here) => {
    for (let at = graph.from[v]; at < graph.from[v + 1]; at++) {
      const other = graph.targets[at] > v ? place.get(graph.targets[at]) : undefined;
      if (other === undefined) continue;
      a.push(here);
      b.push(other);
      weight.push(graph.weights[at]);
      edges.push(graph.edgeOf[at]);
    }
  });
  return { graph: buildGraph(nodes.length, a, b, weight), nodes, edges: Uint32Array.from(edges) };
}
