/**
 * A weighted undirected graph without loops and without parallel edges, as typed arrays (compressed sparse rows).
 * Each edge stands twice in `targets`, once from either end; `edges` numbers them.
 */
export interface Graph {
  readonly nodes: number;
  /** Neighbours of node v are `targets[from[v]]` to `targets[from[v + 1] - 1]`, ascending; one longer than nodes. */
  readonly from: Uint32Array;
  readonly targets: Uint32Array;
  /** Weight of each entry of `targets`; > 0. */
  readonly weights: Float64Array;
  /** Edge of each entry of `targets`. */
  readonly edgeOf: Uint32Array;
  readonly edges: EdgeList;
}

/** Edges ascending by `a`, then `b`; `a[e] < b[e]`. */
export interface EdgeList {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly weight: Float64Array;
}

/**
 * The graph of edges given in any order; parallel edges are added up, loops and weights that are not above zero are
 * left out. The same set of edges gives the same graph. O((nodes + edges) log degree).
 */
export function buildGraph(
  nodes: number,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  weight: ArrayLike<number>,
): Graph {
  const degree = new Uint32Array(nodes + 1);
  let kept = 0;
  for (let e = 0; e < a.length; e++) {
    if (a[e] >= nodes || b[e] >= nodes) throw new RangeError('an edge ends at a node that is not there');
    if (a[e] === b[e] || !(weight[e] > 0)) continue;
    degree[Math.min(a[e], b[e]) + 1]++;
    kept++;
  }
  for (let v = 0; v < nodes; v++) degree[v + 1] += degree[v];
  const byLower = degree.slice();
  const others = new Uint32Array(kept);
  const sums = new Float64Array(kept);
  for (let e = 0; e < a.length; e++) {
    if (a[e] === b[e] || !(weight[e] > 0)) continue;
    const at = byLower[Math.min(a[e], b[e])]++;
    others[at] = Math.max(a[e], b[e]);
    sums[at] = weight[e];
  }
  return fromEdges(nodes, mergeEdges(nodes, degree, others, sums));
}

/** Sorts each lower end's edges and adds up parallel ones; weights in ascending order, so that sums are the same. */
function mergeEdges(nodes: number, from: Uint32Array, others: Uint32Array, sums: Float64Array): EdgeList {
  const edgeA = new Uint32Array(others.length);
  const edgeB = new Uint32Array(others.length);
  const edgeWeight = new Float64Array(others.length);
  let count = 0;
  for (let v = 0; v < nodes; v++) {
    const order = Array.from({ length: from[v + 1] - from[v] }, (_, k) => from[v] + k);
    order.sort((one, other) => others[one] - others[other] || sums[one] - sums[other]);
    const first = count;
    for (const at of order) {
      if (count > first && edgeB[count - 1] === others[at]) {
        edgeWeight[count - 1] += sums[at];
      } else {
        edgeA[count] = v;
        edgeB[count] = others[at];
        edgeWeight[count++] = sums[at];
      }
    }
  }
  return { a: edgeA.slice(0, count), b: edgeB.slice(0, count), weight: edgeWeight.slice(0, count) };
}

/** The graph of edges that are already sorted and merged. */
function fromEdges(nodes: number, edges: EdgeList): Graph {
  const { a, b, weight } = edges;
  const from = new Uint32Array(nodes + 1);
  for (let e = 0; e < a.length; e++) {
    from[a[e] + 1]++;
    from[b[e] + 1]++;
  }
  for (let v = 0; v < nodes; v++) from[v + 1] += from[v];
  const next = from.slice();
  const targets = new Uint32Array(2 * a.length);
  const weights = new Float64Array(2 * a.length);
  const edgeOf = new Uint32Array(2 * a.length);
  const put = (v: number, other: number, e: number) => {
    const at = next[v]++;
    targets[at] = other;
    weights[at] = weight[e];
    edgeOf[at] = e;
  };
  // Lower neighbours first: edges ascend by a, so both passes leave each list ascending.
  for (let e = 0; e < a.length; e++) put(b[e], a[e], e);
  for (let e = 0; e < a.length; e++) put(a[e], b[e], e);
  return { nodes, from, targets, weights, edgeOf, edges };
}
