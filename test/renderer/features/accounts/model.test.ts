import { expect, test } from 'vitest';
import { barFraction01 } from '../../../../renderer/features/accounts/model.ts';

test('bars are measured against the largest', () => {
  expect(barFraction01(25, 100)).toBe(0.25);
  expect(barFraction01(5, 0)).toBe(0);
  expect(barFraction01(200, 100)).toBe(1);
});
