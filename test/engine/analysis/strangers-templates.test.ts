import { expect, it } from 'vitest';
import { strangersTemplates } from '../../../electron/engine/analysis/strangers-templates.ts';

/** A thousand accounts with one request each, the first `holders` of which use template 1. */
function weights(holders: number, customerOf: (account: number) => number, accounts = 1024) {
  const accountOf = Uint32Array.from({ length: accounts }, (_, a) => a);
  const regular = accountOf.map((a) => (a < holders ? 1 : 0));
  const { shared, crowd } = strangersTemplates(regular, accountOf, 1, accountOf.map(customerOf));
  return { shared: shared[1], crowd: crowd[1], none: shared[0] + crowd[0] };
}

const stranger = (a: number) => a;

it('counts by rarity: in full at one account in 256, less at 32, not at all at eight', () => {
  expect(weights(4, stranger).shared).toBe(1);
  expect(weights(32, stranger).shared).toBeCloseTo((5 - 3) / 5, 12);
  expect(weights(128, stranger).shared).toBe(0);
});

it('takes three customers at least, and counts customers, not accounts', () => {
  expect(weights(2, stranger).shared).toBe(0);
  expect(weights(4, (a) => (a < 4 ? 0 : a))).toEqual({ shared: 0, crowd: 0, none: 0 });
  expect(weights(4, (a) => (a < 2 ? 0 : a)).shared).toBe(1);
});

it('is a crowd by the logarithm of its customers, from three to twelve', () => {
  expect(weights(3, stranger).crowd).toBe(0);
  expect(weights(6, stranger, 6 * 256).crowd).toBeCloseTo(0.5, 12);
  expect(weights(12, stranger, 12 * 256).crowd).toBeCloseTo(1, 12);
  expect(weights(16, stranger, 16 * 256).crowd).toBeCloseTo(1, 12);
});
