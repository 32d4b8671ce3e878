import type { Graph } from './graph.ts';

/**
 * The edges whose removal would disconnect their ends (Tarjan 1974), as numbers of `graph.edges`, ascending.
 * Iterative, O(nodes + edges).
 */
export function bridgesOf(graph: Graph): Uint32Array {
  const { nodes, from, targets, edgeOf } = graph;
  /** Order of discovery, from 1; 0 while unseen. */
  const seen = new Uint32Array(nodes);
  /** Earliest node that the subtree reaches without the edge it was entered by. */
  const low = new Uint32Array(nodes);
  const enteredBy = new Int32Array(nodes).fill(-1);
  const next = from.slice();
  const path = new Uint32Array(nodes);
  const found: number[] = [];
  let clock = 0;
  for (let root = 0; root < nodes; root++) {
    if (seen[root] > 0) continue;
    path[0] = root;
    seen[root] = low[root] = ++clock;
    for (let depth = 0; depth >= 0; ) {
      const v = path[depth];
      if (next[v] < from[v + 1]) {
        const at = next[v]++;
        const other = targets[at];
        if (edgeOf[at] === enteredBy[v]) continue;
        if (seen[other] > 0) {
          low[v] = Math.min(low[v], seen[other]);
        } else {
          enteredBy[other] = edgeOf[at];
          seen[other] = low[other] = ++clock;
          path[++depth] = other;
        }
      } else {
        depth--;
        if (depth < 0) break;
        const parent = path[depth];
        low[parent] = Math.min(low[parent], low[v]);
        if (low[v] > seen[parent]) found.push(enteredBy[v]);
      }
    }
  }
  return Uint32Array.from(found).sort();
}
