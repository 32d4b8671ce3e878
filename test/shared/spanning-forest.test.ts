import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanningForest } from '../../shared/spanning-forest.ts';

const edges = (...pairs: [number, number][]) => pairs.map(([a, b]) => ({ a, b }));

test('the strongest edges that join what was apart, by hand', () => {
  expect(spanningForest(4, edges([0, 1], [1, 2], [0, 2], [2, 3]))).toEqual([0, 1, 3]);
  expect(spanningForest(4, edges([0, 1], [2, 3]))).toEqual([0, 1]);
  expect(spanningForest(3, [])).toEqual([]);
});

test('what is joined already needs no edge', () => {
  expect(spanningForest(4, edges([0, 1], [1, 2], [2, 3]), [[0, 1, 2]])).toEqual([2]);
  expect(spanningForest(3, edges([0, 1], [1, 2]), [[2], []])).toEqual([0, 1]);
});

test('it joins all that the edges join, without a circle, and keeps the strongest weakest edge of any path', () => {
  const graph = fc.integer({ min: 2, max: 9 }).chain((nodes) =>
    fc.record({
      nodes: fc.constant(nodes),
      edges: fc.array(fc.record({ a: fc.nat(nodes - 1), b: fc.nat(nodes - 1) }), { maxLength: 24 }),
    }),
  );
  /** Place of the weakest edge of the best path between each two nodes, by widening the set of edges one by one. */
  const widths = (nodes: number, all: readonly { a: number; b: number }[], kept: readonly number[]) => {
    const group = Array.from({ length: nodes }, (_, v) => v);
    const result: string[] = [];
    for (const place of kept) {
      const [from, to] = [group[all[place].a], group[all[place].b]];
      if (from === to) continue;
      for (let v = 0; v < nodes; v++)
        for (let w = 0; w < nodes; w++)
          if (group[v] === from && group[w] === to)
            result.push(`${Math.min(v, w)} ${Math.max(v, w)} ${place}`);
      group.forEach((g, v) => {
        if (g === from) group[v] = to;
      });
    }
    return result.sort();
  };
  fc.assert(
    fc.property(graph, ({ nodes, edges: all }) => {
      const forest = spanningForest(nodes, all);
      const everything = all.map((_, place) => place);
      expect(widths(nodes, all, forest)).toEqual(widths(nodes, all, everything));
      const ends = new Set(widths(nodes, all, forest).map((text) => text.split(' ').slice(0, 2).join(' ')));
      const parts = nodes - forest.length;
      expect(parts).toBeGreaterThanOrEqual(1);
      if (parts === 1) expect(ends.size).toBe((nodes * (nodes - 1)) / 2);
    }),
  );
});
