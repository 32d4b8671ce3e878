import { expect, test } from 'vitest';
import { crossing, drawLines } from '../../../../renderer/features/graph/draw-lines.ts';
import { lineBatches } from '../../../../renderer/features/graph/line-batches.ts';
import type { SceneEdge, SceneNode } from '../../../../renderer/features/graph/scene.ts';
import { PALETTE, svgOf } from '../../drawn.ts';

const BOX = { left: 0, top: 0, right: 100, bottom: 100 };
const pathsOf = (svg: string) => [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, path]) => path);

test('a line is cut where it leaves a box', () => {
  expect(crossing(10, 10, 90, 90, BOX)).toEqual([0, 1]);
  expect(crossing(-100, 50, 300, 50, BOX)).toEqual([0.25, 0.5]);
  expect(crossing(50, 50, 50, 150, BOX)).toEqual([0, 0.5]);
});

test('a line beside a box misses it, also where its corners do not', () => {
  expect(crossing(-10, 0, -10, 100, BOX)).toBeNull();
  expect(crossing(-50, 60, 60, -50, BOX)).not.toBeNull();
  expect(crossing(-60, 40, 40, -60, BOX)).toBeNull();
});

test('dashes stay where they are when the view cuts into a line', () => {
  const batch = { stroke: '#c2', alpha: 1, dash: [7, 3], width: 1, thins: false };
  const ends = Float64Array.of(0, 50, 400, 50);
  const draw = (x: number) =>
    pathsOf(svgOf((context) => drawLines(context, [{ ...batch, ends }], { k: 1, x, y: 0 }, 100, 100)));
  expect(draw(0)).toEqual(['M0 50L108 50']);
  // 245 px lie outside on the left; 8 px beyond the edge are drawn, and 3 px more to begin with a dash.
  expect(draw(-245)).toEqual(['M-15 50L108 50']);
  expect((245 - 15) % 10).toBe(0);
});

test('lines that lie outside, or whose ends are not there, are not drawn', () => {
  const batch = { stroke: '#c2', alpha: 1, dash: [], width: 1, thins: false };
  const ends = Float64Array.of(-200, -200, -100, -300, 10, 10, 20, 20);
  const svg = svgOf((context) => drawLines(context, [{ ...batch, ends }], { k: 1, x: 0, y: 0 }, 100, 100));
  expect(pathsOf(svg)).toEqual(['M10 10L20 20']);
});

const node = (outside: boolean) => ({ outside }) as SceneNode;
const edge = (more: Partial<SceneEdge>): SceneEdge => ({
  ...{ a: 0, b: 1, type: 'link', bits: 9, family: 'identity', weakest: false, onPath: false },
  ...more,
});
const PLACES = [
  { x: 0, y: 0, r: 0 },
  { x: 10, y: 0, r: 0 },
  { x: 20, y: 0, r: 0 },
];

test('lines of one look are together, those that stand out last', () => {
  const edges = [edge({ weakest: true }), edge({}), edge({ type: 'shares' }), edge({ b: 2 }), edge({ a: 2 })];
  const nodes = [node(false), node(false), node(true)];
  const batches = lineBatches({ nodes, edges }, PLACES, { edges: edges.map(() => true) }, PALETTE);
  expect(batches.map(({ stroke, thins, ends }) => [stroke, thins, [...ends]])).toEqual([
    ['#hairlineStrong', false, [0, 0, 20, 0, 20, 0, 10, 0]],
    ['#c2', true, [0, 0, 10, 0]],
    ['#c2', true, [0, 0, 10, 0]],
    ['#accent', false, [0, 0, 10, 0]],
  ]);
});

test('lines that are not seen, or of nodes without a place, are left out', () => {
  const edges = [edge({}), edge({ b: 2 })];
  const nodes = [node(false), node(false), node(false)];
  const places = [PLACES[0], PLACES[1], null];
  expect(lineBatches({ nodes, edges }, places, { edges: [true, true] }, PALETTE)).toHaveLength(1);
  expect(lineBatches({ nodes, edges }, PLACES, { edges: [false, false] }, PALETTE)).toEqual([]);
});
