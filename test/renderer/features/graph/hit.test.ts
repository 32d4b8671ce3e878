import { expect, test } from 'vitest';
import { fitted, isInView } from '../../../../renderer/features/graph/fit.ts';
import { graphKey } from '../../../../renderer/features/graph/graph-keys.ts';
import { finder } from '../../../../renderer/features/graph/hit.ts';
import type { Scene, SceneNode } from '../../../../renderer/features/graph/scene.ts';

const node = (type: SceneNode['type'], closed = false) => ({ id: `${type}:x`, type, closed }) as SceneNode;
const SCENE = {
  nodes: [node('operator', true), node('operator'), node('account'), node('account'), node('account')],
  edges: [{ a: 2, b: 3, type: 'link' }],
} as unknown as Scene;
const PLACES = [
  { x: 0, y: 0, r: 50 },
  { x: 300, y: 0, r: 80 },
  { x: 280, y: 0, r: 0 },
  { x: 340, y: 0, r: 0 },
  null,
];
const ALL = { nodes: [true, true, true, true, true], edges: [true] };
const VIEW = { k: 1, x: 0, y: 0 };

test('nodes before operators, a bubble anywhere in it, an open operator at its ring', () => {
  const find = finder(SCENE, PLACES, ALL);
  expect(find.node(281, 1, VIEW)).toBe(2);
  expect(find.node(20, 20, VIEW)).toBe(0);
  expect(find.node(310, 30, VIEW)).toBe(-1);
  expect(find.node(300, 79, VIEW)).toBe(1);
  expect(find.node(100, 300, VIEW)).toBe(-1);
  expect(find.node(562 + 10, 2, { k: 2, x: 10, y: 0 })).toBe(2);
});

test('links near the pixel; nothing that is not there yet', () => {
  const find = finder(SCENE, PLACES, ALL);
  expect(find.link(310, 3, VIEW)).toBe(0);
  expect(find.link(310, 9, VIEW)).toBe(-1);
  expect(find.link(370, 0, VIEW)).toBe(-1);
  const early = finder(SCENE, PLACES, { nodes: [true, true, false, true, true], edges: [false] });
  expect(early.node(281, 1, VIEW)).toBe(-1);
  expect(early.link(310, 3, VIEW)).toBe(-1);
});

test('a view shows all circles whole, and few nodes are not blown up', () => {
  const circles = [
    { x: -500, y: 0, r: 50 },
    { x: 900, y: 300, r: 10 },
  ];
  const view = fitted(circles, 800, 600);
  for (const { x, y, r } of circles) {
    expect(x * view.k + view.x - r * view.k).toBeGreaterThanOrEqual(0);
    expect(x * view.k + view.x + r * view.k).toBeLessThanOrEqual(800);
    expect(Math.abs(y * view.k + view.y - 300)).toBeLessThanOrEqual(300);
  }
  expect(fitted([{ x: 5, y: 5, r: 1 }], 800, 600).k).toBeLessThan(2);
  expect(fitted([], 800, 600)).toEqual({ k: 1, x: 400, y: 300 });
  expect(isInView([{ x: 100, y: 100, r: 10 }], VIEW, 800, 600)).toBe(true);
  expect(isInView([{ x: 5, y: 100, r: 10 }], VIEW, 800, 600)).toBe(false);
});

test('keys are taken without modifiers, except undo and redo', () => {
  const press = (key: string, more = {}) =>
    graphKey({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });
  expect(press('E')).toEqual({ act: 'expand' });
  expect(press('ArrowUp')).toEqual({ act: 'walk', direction: 'up' });
  expect(press('z', { ctrlKey: true })).toEqual({ act: 'undo' });
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toEqual({ act: 'redo' });
  expect(press('y', { metaKey: true })).toEqual({ act: 'redo' });
  expect(press('e', { ctrlKey: true })).toBeNull();
  expect(press('ArrowLeft', { altKey: true })).toBeNull();
  expect(press('toString')).toBeNull();
});
