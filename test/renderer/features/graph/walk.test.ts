import { expect, test } from 'vitest';
import { walk } from '../../../../renderer/features/graph/walk.ts';

/** 0 in the middle, 1 right and linked, 2 right and nearer but not linked, 3 above, 4 far left. */
const NODES = [
  { x: 0, y: 0 },
  { x: 100, y: 10 },
  { x: 50, y: 0 },
  { x: 0, y: -40 },
  { x: -300, y: 0 },
];
const EDGES = [{ a: 1, b: 0 }];
const all = () => true;

test('neighbours first, then whatever lies that way', () => {
  expect(walk(NODES, EDGES, all, 0, 'right')).toBe(1);
  expect(walk(NODES, [], all, 0, 'right')).toBe(2);
  expect(walk(NODES, EDGES, all, 0, 'up')).toBe(3);
  expect(walk(NODES, EDGES, all, 0, 'left')).toBe(4);
});

test('nothing where nothing lies that way, and never to what is not there', () => {
  expect(walk(NODES, EDGES, all, 0, 'down')).toBeNull();
  expect(walk(NODES, EDGES, (node) => node !== 1, 0, 'right')).toBe(2);
  expect(walk(NODES, EDGES, () => false, 0, 'right')).toBeNull();
});

test('what lies askew by more than 60 degrees is not that way', () => {
  const nodes = [
    { x: 0, y: 0 },
    { x: 10, y: 20 },
    { x: 80, y: 0 },
  ];
  expect(walk(nodes, [], all, 0, 'right')).toBe(2);
  expect(walk(nodes, [], all, 0, 'down')).toBe(1);
});
