import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedComponents } from '../../../../electron/engine/analysis/graph/components.ts';
import { cpmQuality } from '../../../../electron/engine/analysis/graph/cpm.ts';
import { buildGraph, type Graph } from '../../../../electron/engine/analysis/graph/graph.ts';
import { leiden } from '../../../../electron/engine/analysis/graph/leiden.ts';
import { type Partition, renumber } from '../../../../electron/engine/analysis/graph/partition.ts';
import { stabilityOf } from '../../../../electron/engine/analysis/graph/stability.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { anyEdges, clique, type Edge, graphOf } from './graphs.ts';

/** Groups of 20 to 180 nodes, each node linked at random inside; a share of links goes anywhere. */
function planted(
  nodes: number,
  edges: number,
  stray: number,
  seed: number,
): { graph: Graph; truth: Partition } {
  const rng = new Rng(seed);
  const group = new Uint32Array(nodes);
  const starts: number[] = [];
  for (let v = 0; v < nodes; ) {
    starts.push(v);
    const size = Math.min(nodes - v, rng.int(20, 180));
    group.fill(starts.length - 1, v, v + size);
    v += size;
  }
  const a = new Uint32Array(edges);
  const b = new Uint32Array(edges);
  for (let e = 0; e < edges; e++) {
    a[e] = rng.int(0, nodes - 1);
    const first = starts[group[a[e]]];
    const end = starts[group[a[e]] + 1] ?? nodes;
    b[e] = rng.chance(stray) ? rng.int(0, nodes - 1) : rng.int(first, end - 1);
  }
  return { graph: buildGraph(nodes, a, b, new Float64Array(edges).fill(6)), truth: renumber(group) };
}

describe('leiden', () => {
  it('finds two cliques held by one edge', () => {
    const graph = graphOf(8, [...clique([0, 2, 4, 6], 8), ...clique([1, 3, 5, 7], 8), [0, 1, 6]]);
    const found = leiden(graph, { resolution: 2, seed: 1 });
    expect([...found.community]).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
    expect(cpmQuality(graph, found, 2)).toBe(2 * (6 * 8 - 2 * 6));
  });

  it('joins while the mean weight between is above the resolution, no longer', () => {
    const graph = graphOf(4, [
      [0, 1, 9],
      [2, 3, 9],
      [1, 2, 4],
    ]);
    // All pairs between {0, 1} and {2, 3}: mean 4 / 4 = 1.
    expect(leiden(graph, { resolution: 0.99, seed: 1 }).communities).toBe(1);
    expect(leiden(graph, { resolution: 1.01, seed: 1 }).communities).toBe(2);
  });

  it('gives connected communities, better than single nodes, the same for the same seed', () => {
    fc.assert(
      fc.property(
        anyEdges,
        fc.nat(99),
        fc.constantFrom(0.05, 0.5, 1, 3),
        ({ nodes, edges }, seed, resolution) => {
          const graph = graphOf(nodes, edges);
          const found = leiden(graph, { resolution, seed });
          expect(connectedComponents(graph, found.community).community).toEqual(found.community);
          expect(leiden(graph, { resolution, seed })).toEqual(found);
          const quality = cpmQuality(graph, found, resolution);
          expect(quality).toBeGreaterThanOrEqual(0);
          // No node gains by moving elsewhere or alone.
          for (let v = 0; v < nodes; v++) {
            for (let c = 0; c <= found.communities; c++) {
              const moved = found.community.slice();
              moved[v] = c;
              expect(cpmQuality(graph, renumber(moved), resolution)).toBeLessThanOrEqual(quality + 1e-9);
            }
          }
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it('reaches the best partition of small graphs nearly always', () => {
    let best = 0;
    for (let seed = 0; seed < 40; seed++) {
      const rng = new Rng(seed);
      const edges = Array.from({ length: 12 }, (): Edge => [rng.int(0, 6), rng.int(0, 6), rng.int(1, 5)]);
      const graph = graphOf(7, edges);
      let most = Number.NEGATIVE_INFINITY;
      for (const labels of partitionsOf(7)) most = Math.max(most, cpmQuality(graph, renumber(labels), 1.2));
      const found = cpmQuality(graph, leiden(graph, { resolution: 1.2, seed }), 1.2);
      if (found > most - 1e-9) best++;
      expect(found).toBeGreaterThan(0.9 * most);
    }
    expect(best).toBeGreaterThanOrEqual(36);
  });

  it('finds planted groups among 25,000 nodes and 500,000 edges', () => {
    const { graph, truth } = planted(25_000, 500_000, 0.1, 3);
    const found = leiden(graph, { resolution: 0.3, seed: 1 });
    const { overlap } = stabilityOf(truth, [found]);
    const mean = overlap.reduce((sum, value) => sum + value, 0) / overlap.length;
    expect(mean).toBeGreaterThan(0.95);
  });
});

/** Every partition of n nodes, as labels that grow by at most one. */
function* partitionsOf(n: number, labels: number[] = []): Generator<number[]> {
  if (labels.length === n) {
    yield labels;
    return;
  }
  const next = labels.length === 0 ? 0 : Math.max(...labels) + 1;
  for (let label = 0; label <= next; label++) yield* partitionsOf(n, [...labels, label]);
}

describe('stabilityOf', () => {
  it('counts by hand', () => {
    const reference = renumber([0, 0, 0, 0, 1, 2, 2]);
    const split = renumber([0, 0, 1, 1, 2, 3, 3]);
    const merged = renumber([0, 0, 0, 0, 0, 1, 1]);
    const { together, overlap } = stabilityOf(reference, [split, merged]);
    // Split: 2 of 6 pairs, overlap 2 / 4. Merged: all pairs, overlap 4 / 5 and 1 / 5.
    expect([...together]).toEqual([(2 / 6 + 1) / 2, 1, 1]);
    expect(overlap[0]).toBeCloseTo((0.5 + 0.8) / 2, 12);
    expect(overlap[1]).toBeCloseTo((1 + 0.2) / 2, 12);
    expect(overlap[2]).toBe(1);
  });
});
