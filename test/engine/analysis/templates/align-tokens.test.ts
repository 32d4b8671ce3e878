import { expect, it } from 'vitest';
import { alignTokens } from '../../../../electron/engine/analysis/templates/align-tokens.ts';

it('matches a longest common subsequence in order', () => {
  const align = (one: number[], other: number[]) => [
    ...alignTokens(Uint32Array.from(one), Uint32Array.from(other)),
  ];
  expect(align([1, 2, 3], [9, 1, 9, 3])).toEqual([1, -1, 3]);
  expect(align([1, 2, 1], [1, 2, 1])).toEqual([0, 1, 2]);
  expect(align([5], [])).toEqual([-1]);
});
