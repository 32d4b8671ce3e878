import { describe, expect, it } from 'vitest';
import {
  calendarDays,
  calendarTicks,
  instantAt,
} from '../../../../electron/engine/bundle/report/wall-calendar.ts';
import { formatTime, zoneOf } from '../../../../shared/time/zone.ts';

const us = (text: string) => Date.parse(text) * 1000;
const berlin = zoneOf('Europe/Berlin');

describe('calendarTicks', () => {
  it.each<[string, string, string, string[]]>([
    [
      'hours',
      '2026-04-01T03:10Z',
      '2026-04-01T15:00Z',
      ['06:00', '08:00', '10:00', '12:00', '14:00', '16:00'],
    ],
    ['days', '2026-04-01T03:00Z', '2026-04-09T15:00Z', ['3 Apr', '5 Apr', '7 Apr', '9 Apr']],
    [
      'weeks, from Mondays',
      '2026-04-01T03:00Z',
      '2026-05-09T15:00Z',
      ['6 Apr', '13 Apr', '20 Apr', '27 Apr', '4 May'],
    ],
    ['months', '2026-02-15T00:00Z', '2026-08-15T00:00Z', ['Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug']],
    ['years', '2015-02-15T00:00Z', '2020-08-15T00:00Z', ['2016', '2017', '2018', '2019', '2020']],
  ])('falls on %s of the zone', (_, from, to, expected) => {
    const ticks = calendarTicks(berlin, us(from), us(to), 7);
    expect(ticks.map((tick) => tick.main)).toEqual(expected);
    expect(ticks.every((tick) => tick.us >= us(from) && tick.us <= us(to))).toBe(true);
  });

  it('says the date or year where it changes', () => {
    const ticks = calendarTicks(berlin, us('2025-12-31T12:00Z'), us('2026-01-01T12:00Z'), 6);
    expect(ticks.map(({ main, context }) => `${main} ${context}`.trim())).toEqual([
      '18:00 31 Dec 2025',
      '00:00 1 Jan 2026',
      '06:00',
      '12:00',
    ]);
  });

  it('stays on midnight through a change of clocks', () => {
    const ticks = calendarTicks(berlin, us('2026-03-27T12:00Z'), us('2026-04-01T12:00Z'), 7);
    expect(ticks.map((tick) => formatTime(berlin, tick.us, 'minute').slice(11))).toEqual(
      Array(5).fill('00:00'),
    );
  });
});

it('counts calendar days of the zone, first and last included', () => {
  expect(calendarDays(berlin, us('2026-04-01T21:59Z'), us('2026-04-01T22:01Z'))).toBe(2);
  expect(calendarDays(berlin, us('2026-04-01T00:00Z'), us('2026-04-01T00:00Z'))).toBe(1);
});

it('gives the first instant after a jump of the clock', () => {
  expect(instantAt(berlin, us('2026-03-29T02:30Z'))).toBe(us('2026-03-29T01:00Z'));
  expect(instantAt(berlin, us('2026-03-29T03:00Z'))).toBe(us('2026-03-29T01:00Z'));
  expect(instantAt(zoneOf('Pacific/Apia'), us('2011-12-30T00:00Z'))).toBe(us('2011-12-30T10:00Z'));
});
