import { expect, test } from 'vitest';
import { formatOffset, formatTime, formatUtc, fromWall, isZone, zoneOf } from '../../shared/time/zone.ts';

const us = (iso: string) => Date.parse(iso) * 1000;

test.each(['+08:00', '+0800', '+8', 'UTC+8', 'UTC+08:00'])('%s is eight hours east', (name) => {
  expect(zoneOf(name).offsetUs(0)).toBe(8 * 3_600_000_000);
});

test.each(['', 'Mars/Phobos', '+15:00', '+08:60', '8', 'UTC+', '+008:00'])('%s is no zone', (name) => {
  expect(isZone(name)).toBe(false);
});

test('clocks that change: a gap has no instant, of a repeated time the earlier is taken', () => {
  const berlin = zoneOf('Europe/Berlin');
  expect(fromWall(berlin, us('2026-03-29T02:30:00Z'))).toEqual({ kind: 'gap' });
  expect(fromWall(berlin, us('2026-10-25T02:30:00Z'))).toEqual({
    kind: 'ambiguous',
    us: us('2026-10-25T00:30:00Z'),
  });
  expect(fromWall(berlin, us('2026-07-01T12:00:00Z'))).toEqual({
    kind: 'exact',
    us: us('2026-07-01T10:00:00Z'),
  });
});

test('offsets of a quarter hour, and times as they leave the product', () => {
  const kathmandu = zoneOf('Asia/Kathmandu');
  expect(formatOffset(kathmandu, 0)).toBe('+05:30');
  expect(formatOffset(kathmandu, us('2026-05-04T00:00:00Z'))).toBe('+05:45');
  expect(formatTime(kathmandu, us('2026-05-04T00:00:00Z') + 7, 'microsecond')).toBe(
    '2026-05-04 05:45:00.000007',
  );
  expect(formatUtc(us('2026-05-04T00:00:00.5Z') + 1)).toBe('2026-05-04T00:00:00.500001Z');
});
