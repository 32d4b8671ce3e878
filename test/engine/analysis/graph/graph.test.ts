import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgesOf } from '../../../../electron/engine/analysis/graph/bridges.ts';
import { connectedComponents } from '../../../../electron/engine/analysis/graph/components.ts';
import { groupShape } from '../../../../electron/engine/analysis/graph/group-shape.ts';
import { minimumCut } from '../../../../electron/engine/analysis/graph/minimum-cut.ts';
import { subgraphOf } from '../../../../electron/engine/analysis/graph/subgraph.ts';
import { weakestBridge } from '../../../../electron/engine/analysis/graph/weakest-bridge.ts';
import { anyEdges, clique, type Edge, graphOf } from './graphs.ts';

describe('buildGraph', () => {
  it('merges parallel edges, drops loops and weights of nothing', () => {
    const graph = graphOf(4, [
      [2, 0, 1],
      [0, 2, 3],
      [1, 1, 5],
      [0, 1, 2],
      [1, 3, 0],
    ]);
    expect([...graph.edges.a]).toEqual([0, 0]);
    expect([...graph.edges.b]).toEqual([1, 2]);
    expect([...graph.edges.weight]).toEqual([2, 4]);
    expect([...graph.from]).toEqual([0, 2, 3, 4, 4]);
    expect([...graph.targets]).toEqual([1, 2, 0, 0]);
    expect([...graph.edgeOf]).toEqual([0, 1, 0, 1]);
  });

  it('does not depend on the order of edges, and lists neighbours in order', () => {
    fc.assert(
      fc.property(anyEdges, ({ nodes, edges }) => {
        const graph = graphOf(nodes, edges);
        const turned = edges.map(([a, b, weight]): Edge => [b, a, weight]).reverse();
        expect(graphOf(nodes, turned)).toEqual(graph);
        for (let v = 0; v < nodes; v++) {
          const list = graph.targets.subarray(graph.from[v], graph.from[v + 1]);
          expect([...list]).toEqual([...new Set(list)].sort((one, other) => one - other));
        }
      }),
      { seed: 1 },
    );
  });

  it('refuses an edge to nowhere', () => {
    expect(() => graphOf(2, [[0, 2, 1]])).toThrow(RangeError);
  });
});

describe('connectedComponents', () => {
  it('numbers by the lowest node, and keeps labels apart', () => {
    const graph = graphOf(5, [
      [4, 1, 1],
      [3, 4, 1],
    ]);
    expect([...connectedComponents(graph).community]).toEqual([0, 1, 2, 1, 1]);
    expect([...connectedComponents(graph, [0, 7, 0, 7, 8]).community]).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('bridgesOf', () => {
  it('are the edges whose removal adds a component', () => {
    fc.assert(
      fc.property(anyEdges, ({ nodes, edges }) => {
        const graph = graphOf(nodes, edges);
        const { a, b, weight } = graph.edges;
        const whole = connectedComponents(graph).communities;
        const expected = [...a.keys()].filter((left) => {
          const rest = [...a.keys()].filter((e) => e !== left);
          const without = graphOf(
            nodes,
            rest.map((e): Edge => [a[e], b[e], weight[e]]),
          );
          return connectedComponents(without).communities > whole;
        });
        expect([...bridgesOf(graph)]).toEqual(expected);
      }),
      { seed: 1 },
    );
  });

  it('walks long paths without recursion', () => {
    const n = 200_000;
    const path = graphOf(
      n,
      Array.from({ length: n - 1 }, (_, v): Edge => [v, v + 1, 1]),
    );
    expect(bridgesOf(path).length).toBe(n - 1);
  });
});

describe('minimumCut', () => {
  it('is the least over all ways to divide', () => {
    fc.assert(
      fc.property(anyEdges, ({ nodes, edges }) => {
        if (nodes < 2 || nodes > 9) return;
        const graph = graphOf(nodes, edges);
        const { a, b, weight } = graph.edges;
        const cutOf = (inside: (v: number) => boolean) =>
          weight.reduce((sum, w, e) => sum + (inside(a[e]) !== inside(b[e]) ? w : 0), 0);
        let least = Number.POSITIVE_INFINITY;
        for (let mask = 1; mask < 2 ** (nodes - 1); mask++) {
          least = Math.min(
            least,
            cutOf((v) => ((mask >> v) & 1) === 1),
          );
        }
        const found = minimumCut(graph);
        expect(found.weight).toBe(least);
        expect(found.side.length * 2).toBeLessThanOrEqual(nodes);
        expect(found.side.length).toBeGreaterThan(0);
        expect(cutOf((v) => found.side.includes(v))).toBe(least);
      }),
      { seed: 1 },
    );
  });
});

describe('weakestBridge', () => {
  const two = [...clique([1, 2, 3], 5), ...clique([4, 5, 6, 7], 5)];

  it('is the lightest bridge of the group', () => {
    const graph = graphOf(10, [...two, [3, 4, 7], [7, 8, 9], [0, 9, 1]]);
    const found = weakestBridge(subgraphOf(graph, [1, 2, 3, 4, 5, 6, 7, 8]));
    expect(found?.kind).toBe('bridge');
    expect(found?.weight).toBe(7);
    expect([...(found?.side ?? [])]).toEqual([1, 2, 3]);
    const [edge] = found?.edges ?? [];
    expect([graph.edges.a[edge], graph.edges.b[edge]]).toEqual([3, 4]);
  });

  it('is the minimum cut where no edge alone holds the group', () => {
    const graph = graphOf(8, [...two, [3, 4, 2], [2, 5, 1.5]]);
    const found = weakestBridge(subgraphOf(graph, [1, 2, 3, 4, 5, 6, 7]));
    expect(found?.kind).toBe('cut');
    expect(found?.weight).toBe(3.5);
    expect([...(found?.side ?? [])]).toEqual([1, 2, 3]);
    expect(found?.edges.length).toBe(2);
  });

  it('is nothing for one node, for separate parts, and for a large group without bridges', () => {
    const ring = graphOf(
      201,
      Array.from({ length: 201 }, (_, v): Edge => [v, (v + 1) % 201, 1]),
    );
    const all = Array.from({ length: 201 }, (_, v) => v);
    expect(weakestBridge(subgraphOf(ring, [5]))).toBeUndefined();
    expect(weakestBridge(subgraphOf(ring, [5, 9]))).toBeUndefined();
    expect(weakestBridge(subgraphOf(ring, all))).toBeUndefined();
    expect(weakestBridge(subgraphOf(ring, all.slice(0, 200)))?.kind).toBe('bridge');
  });
});

describe('groupShape', () => {
  it('counts by hand', () => {
    const graph = graphOf(6, [...clique([0, 1, 2], 4), [2, 3, 8], [4, 5, 1]]);
    const shape = groupShape(subgraphOf(graph, [3, 2, 1, 0]));
    expect(shape).toEqual({
      nodes: 4,
      edges: 4,
      density: 4 / 6,
      meanWeight: 5,
      degree: Uint32Array.of(2, 2, 3, 1),
      bridges: 1,
    });
    expect(groupShape(subgraphOf(graph, [3])).density).toBe(1);
  });
});
