import { expect, test } from 'vitest';
import {
  figureName,
  figureText,
  moveText,
  numberText,
} from '../../../../renderer/features/findings/figure-text.ts';

const FIRST = 'first request (us since 1970 UTC)';

test('whole figures are told to the last digit, others to six, none as a dash', () => {
  expect([1234567890, 0.123456789, -3, null].map(numberText)).toEqual([
    '1,234,567,890',
    '0.123457',
    '−3',
    '–',
  ]);
});

test('a time is told in the zone of the case', () => {
  expect(figureName(FIRST, 'Europe/Berlin')).toBe('first request (Europe/Berlin)');
  expect(figureText(FIRST, Date.UTC(2026, 2, 2, 8, 15) * 1000, 'Europe/Berlin')).toBe('2026-03-02 09:15:00');
  expect(figureText(FIRST, null, 'UTC')).toBe('–');
  expect(figureText('requests', 4210, 'UTC')).toBe('4,210');
});

test('a move has its sign, without the digits of the machine', () => {
  const move = (before: number | null, after: number | null, name = 'requests') =>
    moveText({ name, before, after });
  expect(move(4210, 4330)).toBe('+120');
  expect(move(0.3, 0.1)).toBe('−0.2');
  expect(move(2, 2)).toBe('');
  expect(move(1, 1 + 4 * Number.EPSILON)).toBe('');
  expect(move(0, 1e-12)).toBe('+0.000000000001');
  expect(move(null, 2)).toBe('new');
  expect(move(2, null)).toBe('gone');
  expect(move(0, -7_500_000_000, FIRST)).toBe('−2 h 5 min');
});
