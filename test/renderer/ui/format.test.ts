import { expect, test } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatMinute,
  formatRange,
  formatShare,
  formatShort,
  formatUnits,
} from '../../../renderer/ui/format.ts';

test('counts and units', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
  expect(formatUnits(1, 'request')).toBe('1 request');
  expect(formatUnits(0, 'request')).toBe('0 requests');
  expect(formatUnits(2, 'entry', 'entries')).toBe('2 entries');
});

test('shares name small parts rather than hide them', () => {
  expect(formatShare(0, 10)).toBe('0 %');
  expect(formatShare(1, 1_000_000)).toBe('< 0.01 %');
  expect(formatShare(5, 1000)).toBe('0.50 %');
  expect(formatShare(410, 10_000)).toBe('4.1 %');
  expect(formatShare(1, 0)).toBe('–');
  expect(formatShare(10, 10)).toBe('100 %');
  expect(formatShare(9_999_999, 10_000_000)).toBe('> 99.9 %');
});

test('short sums', () => {
  expect(formatShort(9999)).toBe('9,999');
  expect(formatShort(12_400)).toBe('12.4 k');
  expect(formatShort(3_100_000)).toBe('3.1 M');
  expect(formatShort(2e9)).toBe('2 G');
});

test('sizes and durations', () => {
  expect(formatBytes(512)).toBe('512 bytes');
  expect(formatBytes(1_234_000)).toBe('1.2 MB');
  expect(formatDuration(0.2)).toBe('1 s');
  expect(formatDuration(59.2)).toBe('1 min');
  expect(formatDuration(200)).toBe('3 min 20 s');
  expect(formatDuration(7500)).toBe('2 h 5 min');
});

test('times stand in the zone of the case', () => {
  const us = Date.UTC(2026, 4, 4, 22, 30) * 1000;
  expect(formatMinute('Europe/Berlin', us)).toBe('2026-05-05 00:30');
  expect(formatMinute('UTC', null)).toBe('–');
  expect(formatRange('UTC', us, us + 3600e6)).toBe('2026-05-04 22:30 – 23:30');
  expect(formatRange('UTC', us, us + 2 * 3600e6)).toBe('2026-05-04 22:30 – 2026-05-05 00:30');
});
