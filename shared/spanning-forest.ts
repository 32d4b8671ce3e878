/** Two nodes, by their numbers. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/**
 * The edges that hold a graph together at its strongest (Kruskal 1956): given edges from the strongest to the weakest,
 * the places of those that join what was apart until then. Between any two nodes the forest has the path whose weakest
 * edge is strongest. `joined` are groups of nodes that something else holds together already.
 */
export function spanningForest(
  nodes: number,
  edges: readonly Pair[],
  joined: readonly (readonly number[])[] = [],
): number[] {
  const above = Uint32Array.from({ length: nodes }, (_, v) => v);
  const find = (v: number): number => {
    let root = v;
    while (above[root] !== root) root = above[root];
    for (let at = v; above[at] !== root; ) {
      const next = above[at];
      above[at] = root;
      at = next;
    }
    return root;
  };
  const join = (a: number, b: number): boolean => {
    const [one, other] = [find(a), find(b)];
    above[Math.max(one, other)] = Math.min(one, other);
    return one !== other;
  };
  for (const group of joined) for (const v of group) join(group[0], v);
  return edges.flatMap(({ a, b }, place) => (join(a, b) ? [place] : []));
}
