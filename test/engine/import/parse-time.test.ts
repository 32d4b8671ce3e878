import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newReading, spellTime, timeReader } from '../../../electron/engine/import/parse-time.ts';
import type { TimeFormat } from '../../../shared/contract/imports.ts';
import { zoneOf } from '../../../shared/time/zone.ts';

function read(text: string, format: TimeFormat = 'iso', zone: string | null = null) {
  const bytes = new TextEncoder().encode(text);
  const reading = newReading();
  timeReader(format, zone === null ? null : zoneOf(zone))(bytes, 0, bytes.length, reading);
  return reading;
}

const us = (iso: string) => Date.parse(iso) * 1000;

test.each([
  ['2026-05-04T13:45:09Z', null, us('2026-05-04T13:45:09Z')],
  ['2026-05-04 13:45:09.123456+02:00', null, us('2026-05-04T11:45:09.123Z') + 456],
  ['2026-05-04T13:45:09-0330', null, us('2026-05-04T17:15:09Z')],
  ['2026-05-04 13:45:09 UTC', null, us('2026-05-04T13:45:09Z')],
  ['2026-05-04 13:45', '+08:00', us('2026-05-04T05:45:00Z')],
  ['2026-05-04', 'UTC', us('2026-05-04T00:00:00Z')],
  ['2023-11-16 18:17:03.9799600', 'UTC', us('2023-11-16T18:17:03.979Z') + 960],
  ['2024-02-29T00:00:00Z', null, us('2024-02-29T00:00:00Z')],
])('%s is read exactly', (text, zone, expected) => {
  expect(read(text, 'iso', zone)).toMatchObject({ us: expected, problem: null });
});

test.each([
  '2026-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-05-04T24:00:00Z',
  '2026-05-04T13:60:00Z',
  '2026-05-04T13:45:09.Z',
  '2026-05-04T13:45:09+25:00',
  '2026-05-04T13:45:09 IST',
  '04/05/2026',
  'total',
  '0001-01-01T00:00:00Z',
])('%s is no time', (text) => {
  const reading = read(text, 'iso', 'UTC');
  expect(reading.us).toBeNaN();
  expect(reading.problem).not.toBeNull();
});

test('a time without a zone is no time until a zone is chosen', () => {
  expect(read('2026-05-04 13:45:09').problem).toContain('no zone');
});

test('clocks set forward leave a gap, clocks set back give the earlier instant', () => {
  expect(read('2026-03-29 02:30:00', 'iso', 'Europe/Berlin').problem).toContain(
    'does not exist in Europe/Berlin',
  );
  expect(read('2026-10-25 02:30:00', 'iso', 'Europe/Berlin').us).toBe(us('2026-10-25T00:30:00Z'));
});

test.each([
  ['unix_s', '1777902309', us('2026-05-04T13:45:09Z')],
  ['unix_s', '1777902309.25', us('2026-05-04T13:45:09.250Z')],
  ['unix_ms', '1777902309123', us('2026-05-04T13:45:09.123Z')],
  ['unix_us', '1777902309123456', us('2026-05-04T13:45:09.123Z') + 456],
  ['unix_ns', '1777902309123456789', us('2026-05-04T13:45:09.123Z') + 456],
] as const)('%s: %s', (format, text, expected) => {
  expect(read(text, format)).toMatchObject({ us: expected, problem: null });
});

test('a whole number spelt otherwise keeps its text', () => {
  expect(read('1777902309', 'unix_s').style).toBe('unix_s');
  for (const text of ['1777902309.0', '01777902309', '1.777902309e9'])
    expect(read(text, 'unix_s').style).toBeNull();
});

test('a time whose text is not kept is spelt again exactly as it stood', () => {
  const stamp = fc.date({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
  const suffix = fc.constantFrom('', 'Z', '+02:00', '-0330', ' UTC', ' +05:45');
  fc.assert(
    fc.property(
      stamp,
      fc.constantFrom('T', ' '),
      fc.integer({ min: -2, max: 9 }),
      suffix,
      (date, separator, digits, zone) => {
        const [day, clock] = date.toISOString().slice(0, -1).split('T');
        const time =
          digits < 0
            ? clock.slice(0, 5)
            : digits === 0
              ? clock.slice(0, 8)
              : `${clock.slice(0, 8)}.${'918273645'.slice(0, digits)}`;
        const text = digits === -2 && zone === '' ? day : `${day}${separator}${time}${zone}`;
        const reading = read(text, 'iso', 'Asia/Kathmandu');
        expect(reading.problem).toBeNull();
        if (reading.style === null) expect(digits).toBeGreaterThan(6);
        else expect(spellTime(reading.us, reading.style, zoneOf('Asia/Kathmandu'))).toBe(text);
      },
    ),
    { numRuns: 2000, seed: 5 },
  );
});
