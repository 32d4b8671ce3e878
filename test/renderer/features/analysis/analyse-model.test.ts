import { expect, test } from 'vitest';
import { typedSeed } from '../../../../renderer/features/analysis/analyse-model.ts';

test.each([
  ['0', 0],
  [' 12 ', 12],
  ['4294967295', 4294967295],
])('%j is a seed', (text, seed) => expect(typedSeed(text)).toBe(seed));

test.each(['', '-1', '1.5', '4294967296', 'one'])('no seed is made of %j', (text) => {
  expect(typedSeed(text)).toBeNull();
});
