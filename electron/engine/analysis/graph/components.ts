import type { Graph } from './graph.ts';
import { type Partition, renumber } from './partition.ts';

/**
 * The connected components of the graph; with `labels`, of the graph without the edges between different labels.
 * O(nodes + edges).
 */
export function connectedComponents(graph: Graph, labels?: ArrayLike<number>): Partition {
  const { nodes, from, targets } = graph;
  const component = new Int32Array(nodes).fill(-1);
  const stack = new Uint32Array(nodes);
  for (let root = 0; root < nodes; root++) {
    if (component[root] >= 0) continue;
    component[root] = root;
    stack[0] = root;
    for (let height = 1; height > 0; ) {
      const v = stack[--height];
      for (let at = from[v]; at < from[v + 1]; at++) {
        const other = targets[at];
        if (component[other] >= 0 || (labels && labels[other] !== labels[v])) continue;
        component[other] = root;
        stack[height++] = other;
      }
    }
  }
  return renumber(component);
}
