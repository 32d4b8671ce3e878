import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LayoutTask, layOut } from '../../../../renderer/features/graph/layout.ts';

const free = (id: string) => ({ id, at: null });
const ring = (count: number): LayoutTask => ({
  nodes: Array.from({ length: count }, (_, at) => free(`account:${at}`)),
  edges: Array.from({ length: count }, (_, at) => ({ a: at, b: (at + 1) % count })),
  r: 200,
});

test('the same nodes and edges give the same places', () => {
  expect(layOut(ring(12))).toEqual(layOut(ring(12)));
});

test('one node alone lies in the middle, all of a new picture in their place', () => {
  expect(layOut({ nodes: [free('a')], edges: [], r: 90 })).toEqual([{ x: 0, y: 0 }]);
  expect(layOut({ nodes: [], edges: [], r: 90 })).toEqual([]);
  for (const { x, y } of layOut(ring(30))) expect(Math.hypot(x, y)).toBeLessThanOrEqual(200);
});

test('what has a place keeps it, and what is new comes near its neighbours', () => {
  const settled = layOut(ring(10));
  const nodes = [...ring(10).nodes.map(({ id }, at) => ({ id, at: settled[at] })), free('value:x')];
  const after = layOut({ nodes, edges: [...ring(10).edges, { a: 3, b: 10 }], r: 200 });
  expect(after.slice(0, 10)).toEqual(settled);
  const away = (at: number) => Math.hypot(after[10].x - settled[at].x, after[10].y - settled[at].y);
  expect(away(3)).toBeLessThan(away(8));
  expect(away(3)).toBeLessThan(150);
});

test('no two nodes end up in one place, and none nowhere', () => {
  const task = fc.record({
    count: fc.integer({ min: 2, max: 20 }),
    seed: fc.array(fc.nat(400), { maxLength: 30 }),
  });
  fc.assert(
    fc.property(task, ({ count, seed }) => {
      const edges = seed.map((n) => ({ a: n % count, b: (n * 7 + 3) % count })).filter(({ a, b }) => a !== b);
      const places = layOut({ nodes: ring(count).nodes, edges, r: 150 }, 60);
      expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    }),
    { numRuns: 30 },
  );
});
