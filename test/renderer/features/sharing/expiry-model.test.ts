import { expect, test } from 'vitest';
import { expiryOf, proposedDay } from '../../../../renderer/features/sharing/expiry-model.ts';

const NOON = Date.UTC(2026, 10, 22, 12) * 1000;

test('a package holds to the end of its day, and a day that has passed is none', () => {
  expect(expiryOf('2026-11-22', NOON)).toBe(Date.UTC(2026, 10, 23) * 1000);
  expect(expiryOf('2026-11-21', NOON)).toBeUndefined();
  expect(expiryOf('2026-02-30x', NOON)).toBeUndefined();
  expect(expiryOf('', NOON)).toBeUndefined();
});

test('ninety days are proposed', () => {
  expect(proposedDay(NOON)).toBe('2027-02-20');
  expect(expiryOf(proposedDay(NOON), NOON)).toBeGreaterThan(NOON);
});
