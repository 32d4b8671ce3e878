import { expect, test } from 'vitest';
import { sparkHeights } from '../../../renderer/ui/spark-heights.ts';

test('heights follow the square root, and one request is seen beside ten thousand', () => {
  expect(sparkHeights(Uint32Array.of(0, 1, 25, 100, 10_000), 20)).toEqual([0, 1, 1, 2, 20]);
  expect(sparkHeights(new Uint32Array(3), 20)).toEqual([0, 0, 0]);
});
