import { expect, test } from 'vitest';
import { drawGraph } from '../../../../renderer/features/graph/draw-graph.ts';
import type { Drawn } from '../../../../renderer/features/graph/drawn.ts';
import { lineBatches } from '../../../../renderer/features/graph/line-batches.ts';
import { PALETTE, svgOf, textsOf } from '../../drawn.ts';

const node = (name: string, outside: boolean) => ({
  id: `account:${name}`,
  type: 'account',
  name,
  area: 'operator:O-1',
  accounts: 1,
  shown: 1,
  likelihood: 'unlikely',
  kind: null,
  family: null,
  sinceUs: 0,
  hidden: 0,
  part: 0,
  alone: false,
  closed: false,
  outside,
  matching: outside ? 0 : 1,
});
const drawnWith = (outside: boolean): Drawn => {
  const drawn = {
    scene: {
      nodes: [node('ac_1', false), node('ac_2', outside)],
      edges: [{ a: 0, b: 1, type: 'link', bits: 9, family: 'identity', weakest: false, onPath: false }],
    },
    places: [
      { x: 100, y: 100, r: 0 },
      { x: 300, y: 100, r: 0 },
    ],
    seen: { nodes: [true, true], edges: [true] },
    locked: new Set(),
    selected: -1,
    inParts: false,
    view: { k: 1, x: 0, y: 0 },
    width: 1000,
    height: 600,
  } as unknown as Drawn;
  return { ...drawn, lines: lineBatches(drawn.scene, drawn.places, drawn.seen, PALETTE) };
};
const draw = (outside: boolean) => svgOf((context) => drawGraph(context, drawnWith(outside), PALETTE));
const count = (svg: string, part: string) => svg.split(part).length - 1;

test('an account outside the filter is hollow, grey and without a name, its line pale', () => {
  expect(textsOf(draw(false))).toEqual(['ac_1', 'ac_1', 'ac_2', 'ac_2']);
  expect(textsOf(draw(true))).toEqual(['ac_1', 'ac_1']);
  expect(count(draw(true), 'stroke="#context"')).toBe(1);
  expect(count(draw(true), 'stroke="#hairlineStrong"')).toBe(1);
  expect(count(draw(false), 'stroke="#context"')).toBe(0);
  expect(count(draw(false), 'fill="#subject"')).toBe(2);
  expect(count(draw(true), 'fill="#subject"')).toBe(1);
});

test('what is off the screen is not drawn', () => {
  const drawn = drawnWith(false);
  const away = svgOf((context) => drawGraph(context, { ...drawn, view: { k: 1, x: 2000, y: 0 } }, PALETTE));
  expect(count(away, '<path')).toBe(0);
  const half = svgOf((context) => drawGraph(context, { ...drawn, view: { k: 1, x: 800, y: 0 } }, PALETTE));
  expect(textsOf(half)).toEqual(['ac_1', 'ac_1']);
  expect(count(half, 'stroke="#c2"')).toBe(1);
});
