import { expect, test } from 'vitest';
import { expiryOf, expiryWords, proposedDay } from '../../../../renderer/features/sharing/expiry-model.ts';

const NOON = Date.UTC(2026, 10, 22, 12) * 1000;

test('a package holds to the end of its day, and a day that has passed is none', () => {
  expect(expiryOf('2026-11-22', NOON)).toBe(Date.UTC(2026, 10, 23) * 1000);
  expect(expiryOf('2026-11-21', NOON)).toBeUndefined();
  expect(expiryOf('2026-02-30x', NOON)).toBeUndefined();
  expect(expiryOf('2027-02-30', NOON)).toBeUndefined();
  expect(expiryOf('', NOON)).toBeUndefined();
});

test('ninety days are proposed', () => {
  expect(proposedDay(NOON)).toBe('2027-02-20');
  expect(expiryOf(proposedDay(NOON), NOON)).toBeGreaterThan(NOON);
});

test('the day on which it expires is the same to both sides', () => {
  expect(expiryWords(expiryOf('2027-02-20', NOON)!)).toBe('at the end of 2027-02-20, UTC');
  expect(expiryWords(NOON)).toBe('2026-11-22 12:00, UTC');
});
