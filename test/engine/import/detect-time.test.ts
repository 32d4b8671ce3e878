import { expect, test } from 'vitest';
import { detectTimeForm, looksLikeTimes, zoneInName } from '../../../electron/engine/import/detect-time.ts';
import { newReading, timeReader } from '../../../electron/engine/import/parse-time.ts';
import type { TimeFormat } from '../../../shared/contract/imports.ts';
import { zoneOf } from '../../../shared/time/zone.ts';

/** The time a column of this text alone is read as: microseconds with UTC for the zone, or why there is none. */
function readAlone(text: string): { format: TimeFormat; asks: string; time: string } {
  const form = detectTimeForm('ts', [text]);
  const bytes = new TextEncoder().encode(text);
  const reading = newReading();
  timeReader(form.format, zoneOf('UTC'))(bytes, 0, bytes.length, reading);
  const asks = [form.choices.length > 0 ? 'form' : '', form.zoneNeeded ? 'zone' : '']
    .filter(Boolean)
    .join(' ');
  const us = reading.us - Math.floor(reading.us / 1000) * 1000;
  const time =
    reading.problem ??
    new Date(Math.floor(reading.us / 1000)).toISOString().replace('Z', `${String(us).padStart(3, '0')}Z`);
  return { format: form.format, asks, time };
}

const AT = '2025-11-20T10:00:00.000000Z';

// One spelling of a time each: what its column is taken for, what a person is asked, and the instant (in UTC
// where the text has no zone), or why there is none.
test.each([
  ['1763632800', 'unix_s', '', AT],
  ['1763632800.123456', 'unix_s', '', '2025-11-20T10:00:00.123456Z'],
  ['1763632800123', 'unix_ms', '', '2025-11-20T10:00:00.123000Z'],
  ['1763632800123456', 'unix_us', '', '2025-11-20T10:00:00.123456Z'],
  ['1763632800123456789', 'unix_ns', '', '2025-11-20T10:00:00.123456Z'],
  ['-1', 'iso', '', 'is no date and time'],
  ['0', 'iso', '', 'is no date and time'],
  ['638515262815394150', 'dotnet_ticks', 'zone', '2024-05-17T07:04:41.539415Z'],
  ['45981.4166666667', 'excel_serial', 'form zone', AT],
  ['1.763632800123E+12', 'unix_ms', '', '2025-11-20T10:00:00.123000Z'],
  ['2025-11-20T10:00:00Z', 'iso', '', AT],
  ['2025-11-20T10:00:00.123456789Z', 'iso', '', '2025-11-20T10:00:00.123456Z'],
  ['2023-11-16 18:17:03.9799600', 'iso', 'zone', '2023-11-16T18:17:03.979960Z'],
  ['2025-11-20T15:30:00+05:30', 'iso', '', AT],
  ['2025-11-20T10:00:00+0000', 'iso', '', AT],
  ['2025-11-20T10:00:00+00', 'iso', '', AT],
  ['2025-11-20T10:00:00', 'iso', 'zone', AT],
  ['2025-11-20 10:00:00 UTC', 'iso', '', AT],
  ['2025-11-20 10:00:00.248000 UTC', 'iso', '', '2025-11-20T10:00:00.248000Z'],
  ['2025-11-20t10:00:00z', 'iso', '', AT],
  ['2025-11-20  10:00:00   +01:00', 'iso', '', '2025-11-20T09:00:00.000000Z'],
  ['20251120T100000Z', 'iso', '', AT],
  ['20251120100000', 'iso', 'zone', AT],
  ['2025/11/20 10:00:00', 'iso', 'zone', AT],
  ['20/Nov/2025:10:00:00 +0000', 'named_month', '', AT],
  ['[20/Nov/2025:11:00:00 +0100]', 'named_month', '', AT],
  ['Thu, 20 Nov 2025 10:00:00 GMT', 'named_month', '', AT],
  ['20 Nov 2025 12:00:00 +0200 (EET)', 'named_month', '', AT],
  ['Nov 20, 2025, 10:00:00 PM', 'named_month', 'zone', '2025-11-20T22:00:00.000000Z'],
  ['Thu Nov 20 10:00:00 2025', 'named_month', 'zone', AT],
  ['Thu Nov 20 2025 10:00:00 GMT+0000 (Coordinated Universal Time)', 'named_month', '', AT],
  ['11/20/25 10:00', 'month_day_year', 'zone', AT],
  ['11/20/2026, 6:31:31.446 AM', 'month_day_year', 'zone', '2026-11-20T06:31:31.446000Z'],
  ['11/20/2026, 12:05:00\u202fam', 'month_day_year', 'zone', '2026-11-20T00:05:00.000000Z'],
  ['03/04/2025 10:00', 'day_month_year', 'form zone', '2025-04-03T10:00:00.000000Z'],
  ['20.11.2025 10:00:00', 'day_month_year', 'zone', AT],
  ['2025-03-09T02:30:00[America/New_York]', 'iso', '', /^does not exist in America\/New_York/],
  ['2025-11-02T01:30:00[America/New_York]', 'iso', '', '2025-11-02T05:30:00.000000Z'],
  ['2025-11-02T01:30:00-05:00[America/New_York]', 'iso', '', '2025-11-02T06:30:00.000000Z'],
  ['2016-12-31T23:59:60Z', 'iso', '', '2017-01-01T00:00:00.000000Z'],
  ['2025-11-20T24:00:00Z', 'iso', '', 'is no date and time'],
  ['2025-02-30T00:00:00Z', 'iso', '', 'is no date and time'],
  ['+010000-01-01T00:00:00Z', 'iso', '', 'is no date and time'],
  ['2025-11-20', 'iso', 'zone', '2025-11-20T00:00:00.000000Z'],
  ['NULL', 'iso', '', 'is no date and time'],
  ['N/A', 'iso', '', 'is no date and time'],
  ['2025-11-20T10:00:00,123Z', 'iso', '', '2025-11-20T10:00:00.123000Z'],
  ['2025-11-20 10:00:00 IST', 'iso', '', /^ends in IST, an abbreviation/],
  ['2025-W47-4', 'iso', 'zone', '2025-11-20T00:00:00.000000Z'],
  ['2025W474T100000Z', 'iso', '', AT],
  ['2025-W54-1', 'iso', '', 'is no date and time'],
  ['2025-324', 'iso', 'zone', '2025-11-20T00:00:00.000000Z'],
  ['2025-366', 'iso', '', 'is no date and time'],
  ['Nov 20 10:00:00', 'named_month', '', /^names no year/],
  ['20 Nob 2025 10:00', 'iso', '', 'is no date and time'],
  ['11/20/2026, 13:00:00 AM', 'iso', '', 'is no date and time'],
] as const)('%s', (text, format, asks, time) => {
  const read = readAlone(text);
  expect(read.format).toBe(format);
  expect(read.asks).toBe(asks);
  if (typeof time === 'string') expect(read.time).toBe(time);
  else expect(read.time).toMatch(time);
});

test('a day above 12 settles which number is the day, in either place; numbers up to 12 alone do not', () => {
  const open = ['03/04/2025 10:00', '05/06/2025 11:00'];
  expect(detectTimeForm('ts', open).choices).toEqual(['day_month_year', 'month_day_year']);
  expect(detectTimeForm('ts', [...open, '13/04/2025 10:00'])).toMatchObject({
    format: 'day_month_year',
    choices: [],
  });
  expect(detectTimeForm('ts', [...open, '04/13/2025 10:00'])).toMatchObject({
    format: 'month_day_year',
    choices: [],
  });
  const many = Array.from({ length: 300 }, () => '03/04/2025 10:00');
  expect(detectTimeForm('ts', [...many, '13/04/2025 10:00', '04/13/2025 10:00']).choices).toHaveLength(2);
});

test('one form is chosen for the column, and what 1 in 100 has otherwise does not change it', () => {
  const iso = Array.from({ length: 199 }, (_, i) => `2026-11-20T10:00:${String(i % 60).padStart(2, '0')}Z`);
  expect(detectTimeForm('ts', [...iso, 'Total'])).toMatchObject({ format: 'iso', read01: 199 / 200 });
  expect(detectTimeForm('ts', [...iso.slice(0, 3), 'Total', '1763632800'])).toMatchObject({
    format: 'iso',
    read01: 0.6,
  });
  expect(detectTimeForm('ts', [...iso.slice(0, 3), '', 'NULL', 'N/A']).read01).toBe(1);
});

test('times without a year are refused in a sentence', () => {
  expect(detectTimeForm('ts', ['Nov 20 10:00:00', 'Nov 21 11:00:00']).problem).toMatch(/name no year/);
});

test.each([
  ['TimeGenerated [UTC]', 'UTC'],
  ['usage_date_utc', 'UTC'],
  ['createdUTC', 'UTC'],
  ['Time (GMT)', 'UTC'],
  ['time (UTC+08:00)', 'UTC+08:00'],
  ['Date (Europe/Berlin)', 'Europe/Berlin'],
  ['time (IST)', null],
  ['time [CST]', null],
  ['time (local)', null],
  ['outc', null],
  ['timestamp', null],
])('the name %s tells the zone %s', (name, zone) => {
  expect(zoneInName(name)).toBe(zone);
  const form = detectTimeForm(name, ['2026-11-20 10:00:00']);
  expect([form.zone, form.zoneNeeded]).toEqual([zone, zone === null]);
  // Times that carry their own zone need none from the name.
  expect(detectTimeForm(name, ['2026-11-20T10:00:00Z']).zone).toBeNull();
});

test('numbers alone are never a column of times nobody named', () => {
  expect(looksLikeTimes(['2026-11-20 10:00:00'])).toBe(true);
  expect(looksLikeTimes(['20/Nov/2025:10:00:00 +0000'])).toBe(true);
  for (const text of ['20251120', '20251120100000', '1763632800', '45981', '03/04/2025', 'm', '']) {
    expect(looksLikeTimes([text])).toBe(false);
  }
});
