import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strongestPath } from '../../../electron/engine/graph/strongest-path.ts';

const link = (a: number, b: number, bits: number) => ({ a, b, bits });

test('the path whose weakest link is strongest, also when it is longer', () => {
  const links = [link(0, 3, 5), link(0, 1, 9), link(1, 2, 8), link(2, 3, 7)];
  expect(strongestPath(4, links, 0, 3)).toEqual([1, 2, 3]);
  expect(strongestPath(4, links, 3, 0)).toEqual([3, 2, 1]);
});

test('of equally strong ones the shortest, then that of most bits, then by the lowest numbers', () => {
  const longer = [link(0, 1, 5), link(1, 2, 5), link(2, 4, 5), link(0, 3, 5), link(3, 4, 5)];
  expect(strongestPath(5, longer, 0, 4)).toEqual([3, 4]);
  const richer = [link(0, 1, 5), link(1, 3, 5), link(0, 2, 5), link(2, 3, 8)];
  expect(strongestPath(4, richer, 0, 3)).toEqual([2, 3]);
  const equal = [link(0, 2, 5), link(2, 3, 5), link(0, 1, 5), link(1, 3, 5)];
  expect(strongestPath(4, equal, 0, 3)).toEqual([2, 3]);
});

test('none where nothing joins the two, nothing to go from a node to itself', () => {
  expect(strongestPath(3, [link(0, 1, 4)], 0, 2)).toBeNull();
  expect(strongestPath(3, [], 1, 1)).toEqual([]);
});

/** Every path without a node twice, the slow way. */
function allPaths(
  nodes: number,
  links: readonly { a: number; b: number }[],
  from: number,
  to: number,
): number[][] {
  const found: number[][] = [];
  const go = (v: number, been: readonly number[], path: readonly number[]) => {
    if (v === to) found.push([...path]);
    else
      links.forEach(({ a, b }, at) => {
        const next = a === v ? b : b === v ? a : -1;
        if (next >= 0 && !been.includes(next)) go(next, [...been, next], [...path, at]);
      });
  };
  go(from, [from], []);
  return found.filter((path) => path.length < nodes);
}

test('no path is better, in the order stated', () => {
  const graph = fc.integer({ min: 2, max: 6 }).chain((nodes) =>
    fc.record({
      nodes: fc.constant(nodes),
      links: fc.uniqueArray(
        fc
          .record({ a: fc.nat(nodes - 1), b: fc.nat(nodes - 1), bits: fc.integer({ min: 3, max: 6 }) })
          .filter(({ a, b }) => a < b),
        { maxLength: 10, selector: ({ a, b }) => `${a} ${b}` },
      ),
    }),
  );
  fc.assert(
    fc.property(graph, ({ nodes, links }) => {
      const path = strongestPath(nodes, links, 0, nodes - 1);
      const all = allPaths(nodes, links, 0, nodes - 1);
      if (path === null) {
        expect(all).toEqual([]);
        return;
      }
      const grade = (one: readonly number[]) => {
        const bits = one.map((at) => links[at].bits);
        return [Math.min(...bits), -one.length, bits.reduce((sum, n) => sum + n, 0)];
      };
      const best = all.map(grade).sort((x, y) => y[0] - x[0] || y[1] - x[1] || y[2] - x[2])[0];
      expect(grade(path)).toEqual(best);
    }),
  );
});
