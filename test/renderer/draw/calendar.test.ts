import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarStep, calendarBin, calendarStarts } from '../../../renderer/draw/calendar.ts';
import { wallAt, zoneSpans } from '../../../renderer/draw/zone-spans.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';

const utc = (text: string) => Date.parse(text) * 1000;
const HOUR = 3_600_000_000;
const clock = (hours: number): CalendarStep => ({ kind: 'clock', us: hours * HOUR });
const DAY_STEP: CalendarStep = { kind: 'days', days: 1 };

function walls(name: string, step: CalendarStep, from: string, to: string) {
  const zone = zoneOf(name);
  const spans = zoneSpans(zone, utc(from), utc(to));
  return calendarStarts(spans, step, utc(from), utc(to)).map((us) => formatTime(zone, us, 'minute'));
}

describe('zone spans', () => {
  it.each([
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    '+08:00',
    'UTC',
    'Africa/Casablanca',
  ])('agree with the zone %s at every hour of three years', (name) => {
    const zone = zoneOf(name);
    const from = utc('2023-01-01T00:00Z');
    const to = utc('2026-01-01T00:00Z');
    const spans = zoneSpans(zone, from, to);
    for (let us = from; us < to; us += 7 * HOUR) expect(wallAt(spans, us) - us).toBe(zone.offsetUs(us));
  });

  it('find a transition to the instant', () => {
    const spans = zoneSpans(zoneOf('Europe/Berlin'), utc('2026-03-01T00:00Z'), utc('2026-04-01T00:00Z'));
    expect(spans.startUs).toContain(utc('2026-03-29T01:00Z'));
  });
});

describe('calendar starts', () => {
  it('show an hour twice where clocks are set back, and skip one where they are set forward', () => {
    expect(walls('Europe/Berlin', clock(1), '2026-10-24T23:00Z', '2026-10-25T03:00Z')).toEqual([
      '2026-10-25 01:00',
      '2026-10-25 02:00',
      '2026-10-25 02:00',
      '2026-10-25 03:00',
      '2026-10-25 04:00',
    ]);
    expect(walls('America/New_York', clock(1), '2026-03-08T05:00Z', '2026-03-08T09:00Z')).toEqual([
      '2026-03-08 00:00',
      '2026-03-08 01:00',
      '2026-03-08 03:00',
      '2026-03-08 04:00',
      '2026-03-08 05:00',
    ]);
  });

  it('stand on wall hours in a zone of +05:45', () => {
    expect(walls('Asia/Kathmandu', clock(6), '2026-05-03T18:15Z', '2026-05-04T12:15Z')).toEqual([
      '2026-05-04 00:00',
      '2026-05-04 06:00',
      '2026-05-04 12:00',
      '2026-05-04 18:00',
    ]);
  });

  it('begin a day at the jump where there is no midnight', () => {
    // Cairo, 2026-04-24: clocks go from 00:00 to 01:00.
    const starts = walls('Africa/Cairo', DAY_STEP, '2026-04-23T12:00Z', '2026-04-24T12:00Z');
    expect(starts).toEqual(['2026-04-23 00:00', '2026-04-24 01:00', '2026-04-25 00:00']);
    const halves = walls('Africa/Cairo', clock(12), '2026-04-23T12:00Z', '2026-04-24T05:00Z');
    expect(halves).toEqual(['2026-04-23 12:00', '2026-04-24 01:00', '2026-04-24 12:00']);
  });

  it('make days of 23 and 25 hours', () => {
    const spans = zoneSpans(zoneOf('Europe/Berlin'), utc('2026-01-01T00:00Z'), utc('2026-12-31T00:00Z'));
    const hours = (at: string) => {
      const [from, to] = calendarBin(spans, DAY_STEP, utc(at));
      return (to - from) / HOUR;
    };
    expect([hours('2026-03-29T12:00Z'), hours('2026-10-25T12:00Z'), hours('2026-07-01T12:00Z')]).toEqual([
      23, 25, 24,
    ]);
  });

  it('begin weeks on Monday and months on their first, across a year', () => {
    expect(
      walls('America/New_York', { kind: 'days', days: 7 }, '2025-12-30T12:00Z', '2026-01-06T12:00Z'),
    ).toEqual(['2025-12-29 00:00', '2026-01-05 00:00', '2026-01-12 00:00']);
    expect(
      walls('Asia/Kathmandu', { kind: 'months', months: 1 }, '2025-12-15T00:00Z', '2026-01-15T00:00Z'),
    ).toEqual(['2025-12-01 00:00', '2026-01-01 00:00', '2026-02-01 00:00']);
  });

  it('skip a day that a zone never had', () => {
    // Samoa went from 29 to 31 December 2011.
    const starts = walls('Pacific/Apia', DAY_STEP, '2011-12-29T12:00Z', '2012-01-01T00:00Z');
    expect(starts).toEqual(['2011-12-29 00:00', '2011-12-31 00:00', '2012-01-01 00:00', '2012-01-02 00:00']);
  });

  it('enclose the range, ascend and tile time without gap or overlap', () => {
    const steps: CalendarStep[] = [
      clock(0.5),
      clock(1),
      clock(3),
      clock(12),
      DAY_STEP,
      { kind: 'days', days: 7 },
      { kind: 'months', months: 1 },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Berlin',
          'America/New_York',
          'Asia/Kathmandu',
          'Africa/Cairo',
          'Atlantic/Azores',
        ),
        fc.constantFrom(...steps),
        fc.integer({ min: utc('2025-01-01T00:00Z'), max: utc('2026-12-01T00:00Z') }),
        fc.integer({ min: 1, max: 5 * 24 * HOUR }),
        (name, step, fromUs, span) => {
          const spans = zoneSpans(zoneOf(name), fromUs, fromUs + span);
          const starts = calendarStarts(spans, step, fromUs, fromUs + span);
          expect(starts[0]).toBeLessThanOrEqual(fromUs);
          expect(starts.at(-1)!).toBeGreaterThanOrEqual(fromUs + span);
          for (let i = 1; i < starts.length; i++) {
            expect(starts[i]).toBeGreaterThan(starts[i - 1]);
            if (i < starts.length - 1)
              expect(calendarBin(spans, step, starts[i])).toEqual([starts[i], starts[i + 1]]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
