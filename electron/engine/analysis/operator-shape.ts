import type { OperatorResult } from '../../../shared/contract/analysis.ts';
import type { Graph } from './graph/graph.ts';
import { groupShape } from './graph/group-shape.ts';
import { subgraphOf } from './graph/subgraph.ts';
import { weakestBridge } from './graph/weakest-bridge.ts';
import type { NamedList } from './identifier-values.ts';
import { DEFAULT_LINK_BITS, type Links } from './links/link-accounts.ts';
import { UnionFind } from './links/union-find.ts';

/** Density of an operator and where it would fall apart first. */
export function describeShape(
  graph: Graph,
  members: Uint32Array,
  accounts: readonly string[],
): Pick<OperatorResult, 'density' | 'weakestBridge'> {
  const group = subgraphOf(graph, members);
  const bridge = weakestBridge(group);
  const { density } = groupShape(group);
  if (!bridge) return { density, weakestBridge: null };
  const { a, b } = graph.edges;
  const [edge] = bridge.edges;
  return {
    density,
    weakestBridge: {
      a: accounts[a[edge]],
      b: accounts[b[edge]],
      bits: bridge.weight,
      splits: bridge.kind === 'bridge',
    },
  };
}

/**
 * How much of an operator holds together when one kind of evidence is left out: its links are weighed again without
 * the kind's items, those below the threshold cut, and the largest part that remains is taken.
 */
export function withoutEachKind(
  links: Links,
  lists: readonly NamedList[],
  inside: readonly number[],
  members: Uint32Array,
): OperatorResult['withoutKind'] {
  const kinds = new Set<number>();
  for (const link of inside) {
    for (let at = links.itemFrom[link]; at < links.itemFrom[link + 1]; at++) {
      if (links.itemCredit[at] > 0) kinds.add(links.itemList[at]);
    }
  }
  const placeOf = new Map(Array.from(members, (account, place) => [account, place] as const));
  return [...kinds]
    .map((without) => {
      const parts = new UnionFind(members.length);
      for (const link of inside) {
        let bits = links.bits[link];
        for (let at = links.itemFrom[link]; at < links.itemFrom[link + 1]; at++) {
          if (links.itemList[at] === without) bits -= links.itemBits[at] * links.itemCredit[at];
        }
        if (bits >= DEFAULT_LINK_BITS)
          parts.join(placeOf.get(links.a[link]) ?? 0, placeOf.get(links.b[link]) ?? 0);
      }
      const sizes = new Map<number, number>();
      for (let place = 0; place < members.length; place++) {
        const part = parts.find(place);
        sizes.set(part, (sizes.get(part) ?? 0) + 1);
      }
      return { kind: lists[without].list.kind, share: Math.max(...sizes.values()) / members.length };
    })
    .sort((one, other) => one.share - other.share || (one.kind < other.kind ? -1 : 1));
}
