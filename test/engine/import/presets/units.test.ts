import { expect, test } from 'vitest';
import {
  isoTime,
  msBetween,
  numericNs,
  secondsBetween,
} from '../../../../electron/engine/import/presets/times.ts';
import { microUsd, uncached, wholeNumber } from '../../../../electron/engine/import/presets/units.ts';

test.each([
  ['0.00042', 'dollars', '420', true],
  ['4.2e-4', 'dollars', '420', true],
  ['0.0000005', 'dollars', '1', false],
  ['1,234.50', 'dollars', '1234500000', false],
  ['$3', 'dollars', '3000000', true],
  ['123.45', 'cents', '1234500', true],
  ['-0.5', 'cents', '-5000', true],
  ['.5', 'cents', '5000', true],
] as const)('%s %s are %s micro-dollars', (text, unit, value, exact) => {
  expect(microUsd(text, unit)).toEqual({ value, exact });
});

test.each(['', 'free', '1,23', '1e400', 'NaN', '9999999999999999'])('%j is no amount', (text) => {
  expect(microUsd(text, 'dollars')).toBeUndefined();
});

test('counts', () => {
  expect(['3.0', '1,200', '7', '3.5', '-1', '', 'x'].map(wholeNumber)).toEqual([
    3,
    1200,
    7,
    ...Array(4).fill(undefined),
  ]);
  expect(uncached(100, 20, undefined)).toBe(80);
  // What is cached exceeds the input, so the input cannot include it.
  expect(uncached(10, 200)).toBe(10);
  expect(uncached(undefined, 200)).toBeUndefined();
});

test.each([
  ['1777888800', '2026-05-04T10:00:00.000000Z'],
  ['1777888800.123456', '2026-05-04T10:00:00.123456Z'],
  ['1777888800123', '2026-05-04T10:00:00.123000Z'],
  ['1777888800123456', '2026-05-04T10:00:00.123456Z'],
  ['1777888800123456789', '2026-05-04T10:00:00.123456Z'],
  ['639134856001234567', '2026-05-04T10:00:00.123456Z'],
  ['5/4/2026, 2:00:00.250 PM', '2026-05-04T14:00:00.250Z'],
  ['5/4/2026, 12:30 AM', '2026-05-04T00:30:00Z'],
  ['25/4/2026 14:00:00', '2026-04-25T14:00:00Z'],
  ['5/4/2026 14:00:00', '5/4/2026 14:00:00'],
  ['2026-05-04 10:00:00.123', '2026-05-04 10:00:00.123'],
  ['17', '17'],
])('%s is read as %s', (text, iso) => {
  expect(isoTime(text)).toBe(iso);
});

test('spans of time', () => {
  expect(msBetween('2026-05-04 10:00:00.123', '2026-05-04T10:00:01.456Z')).toBe('1333');
  expect(msBetween('1763690400000000001', '1763690401250500001')).toBe('1250.5');
  expect(msBetween('2026-05-04T10:00:01Z', '2026-05-04T10:00:00Z')).toBeUndefined();
  expect(secondsBetween('1777852800', '1777939200')).toBe('86400');
  expect(secondsBetween('2026-05-04T08:00:00+08:00', '2026-05-04T09:00:00+08:00')).toBe('3600');
  expect(secondsBetween('1777852800', undefined)).toBeUndefined();
  expect(numericNs('123')).toBeUndefined();
});
