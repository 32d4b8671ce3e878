import { RESOLUTION } from '../analysis/find-operators.ts';
import { buildGraph, type Graph } from '../analysis/graph/graph.ts';
import { leiden } from '../analysis/graph/leiden.ts';
import { membersOf } from '../analysis/graph/partition.ts';
import { subgraphOf } from '../analysis/graph/subgraph.ts';
import { weakestBridge } from '../analysis/graph/weakest-bridge.ts';
import type { CountedLink } from './counted-links.ts';

export interface Parts {
  /** Part of each account, 0 for the largest, equal ones by their first account. */
  readonly of: readonly number[];
  /** Accounts of each part, largest first. */
  readonly sizes: readonly number[];
}

/** All in one part, as the analysis has them. */
export function onePart(accounts: number): Parts {
  return { of: Array.from({ length: accounts }, () => 0), sizes: [accounts] };
}

export function graphOf(accounts: number, links: readonly CountedLink[]): Graph {
  return buildGraph(
    accounts,
    links.map(({ a }) => a),
    links.map(({ b }) => b),
    links.map(({ bits }) => bits),
  );
}

/** Who still belongs together by these links alone: by Leiden with CPM, as operators are found. */
export function partsOf(graph: Graph, seed: number): Parts {
  const { community, communities } = leiden(graph, { resolution: RESOLUTION, seed });
  const sizes = new Array<number>(communities).fill(0);
  for (const c of community) sizes[c]++;
  const order = sizes.map((_, c) => c).sort((one, other) => sizes[other] - sizes[one] || one - other);
  const place = new Map(order.map((c, at) => [c, at] as const));
  return {
    of: Array.from(community, (c) => place.get(c) as number),
    sizes: order.map((c) => sizes[c]),
  };
}

/** Where the largest part would fall apart first; null for a single account or where it was not sought. */
export function weakestOf(
  graph: Graph,
  parts: Parts,
): { readonly a: number; readonly b: number; readonly bits: number; readonly splits: boolean } | null {
  const { from, nodes } = membersOf({
    communities: parts.sizes.length,
    community: Uint32Array.from(parts.of),
  });
  const bridge = weakestBridge(subgraphOf(graph, nodes.slice(from[0], from[1])));
  if (!bridge) return null;
  const [edge] = bridge.edges;
  const { a, b } = graph.edges;
  return { a: a[edge], b: b[edge], bits: bridge.weight, splits: bridge.kind === 'bridge' };
}
