import { expect, test } from 'vitest';
import {
  LEAST_DRAWN,
  MOST_DRAWN,
  matrixOf,
  SHADES,
} from '../../../../renderer/features/analysis/matrix-model.ts';
import type { Link } from '../../../../shared/contract/analysis.ts';

const link = (a: string, b: string, bits: number): Link => ({ a, b, bits, priorBits: -10, items: [] });
const names = (count: number) => Array.from({ length: count }, (_, at) => `a${at}`);

test('each link stands in two cells, shaded from the weakest to the strongest', () => {
  const matrix = matrixOf(names(4), [link('a0', 'a3', 40), link('a1', 'a2', 20), link('a2', 'a3', 0)])!;
  expect(matrix.cells.map(({ row, column, shade }) => [row, column, shade])).toEqual([
    [0, 3, SHADES],
    [3, 0, SHADES],
    [1, 2, 3],
    [2, 1, 3],
    [2, 3, 1],
    [3, 2, 1],
  ]);
  expect([matrix.leastBits, matrix.mostBits]).toEqual([0, 40]);
});

test('links of one strength are all strong, and an account from elsewhere has no cell', () => {
  const matrix = matrixOf(names(4), [link('a0', 'a1', 7), link('a2', 'b', 7)])!;
  expect(matrix.cells.map(({ shade }) => shade)).toEqual([SHADES, SHADES]);
});

test('it is drawn where it can be seen', () => {
  const links = [link('a0', 'a1', 7)];
  expect(matrixOf(names(LEAST_DRAWN - 1), links)).toBeNull();
  expect(matrixOf(names(MOST_DRAWN + 1), links)).toBeNull();
  expect(matrixOf(names(LEAST_DRAWN), [])).toBeNull();
  const { cellPx } = matrixOf(names(MOST_DRAWN), links)!;
  expect(cellPx * MOST_DRAWN).toBeLessThanOrEqual(300);
  expect(cellPx).toBeGreaterThanOrEqual(5);
});
