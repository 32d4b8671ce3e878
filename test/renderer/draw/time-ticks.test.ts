import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTicks, utcOffset } from '../../../renderer/draw/time-ticks.ts';
import { zoneSpans } from '../../../renderer/draw/zone-spans.ts';
import { zoneOf } from '../../../shared/time/zone.ts';

const utc = (text: string) => Date.parse(text) * 1000;
const measure = (text: string) => text.length * 6.5;

function ticks(name: string, from: string, to: string, widthPx = 1000) {
  const range = { fromUs: utc(from), toUs: utc(to) };
  return timeTicks(range, widthPx, zoneSpans(zoneOf(name), range.fromUs, range.toUs), measure);
}
const labels = (list: readonly { readonly label: string }[]) => list.map(({ label }) => label);

describe('time ticks', () => {
  it('print hours over days', () => {
    const { ticks: list, groups } = ticks('Asia/Kathmandu', '2026-05-03T18:15Z', '2026-05-05T18:15Z');
    expect(labels(list).slice(0, 4)).toEqual(['00:00', '03:00', '06:00', '09:00']);
    expect(list.filter(({ major }) => major).map(({ label }) => label)).toEqual(['00:00', '00:00']);
    expect(groups).toEqual([
      { px: 0, label: 'Mon 4 May 2026' },
      { px: 500, label: 'Tue 5 May 2026' },
    ]);
  });

  it('print both hours and both offsets where clocks are set back', () => {
    const { ticks: list, groups } = ticks('Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T04:00Z', 480);
    expect(labels(list)).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00', '04:00']);
    expect(labels(groups)).toEqual(['Sun 25 Oct 2026, UTC+02:00', 'Sun 25 Oct 2026, UTC+01:00']);
    expect(groups[1].px).toBe(240);
  });

  it('leave out the hour that clocks jump over', () => {
    const { ticks: list } = ticks('America/New_York', '2026-03-08T05:00Z', '2026-03-08T10:00Z', 400);
    expect(labels(list)).toEqual(['00:00', '01:00', '03:00', '04:00', '05:00']);
  });

  it('print days over months and months over years across a new year', () => {
    const days = ticks('America/New_York', '2025-12-25T05:00Z', '2026-01-08T05:00Z', 1000);
    expect(labels(days.groups)).toEqual(['Dec 2025', 'Jan 2026']);
    expect(days.ticks.find(({ major }) => major)?.label).toBe('Thu 1');
    const months = ticks('UTC', '2025-09-01T00:00Z', '2026-05-01T00:00Z', 600);
    expect(labels(months.ticks)).toEqual(['Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr']);
    expect(labels(months.groups)).toEqual(['2025', '2026']);
  });

  it('go from centuries to milliseconds', () => {
    const years = ticks('UTC', '1970-01-01T00:00Z', '2170-01-01T00:00Z', 500);
    expect(labels(years.ticks).slice(0, 3)).toEqual(['1980', '2000', '2020']);
    expect(years.groups).toEqual([]);
    const ms = ticks('+08:00', '2026-05-04T05:45:09.000Z', '2026-05-04T05:45:10.000Z', 1000);
    expect(labels(ms.ticks).slice(0, 3)).toEqual(['09.000', '09.100', '09.200']);
    expect(labels(ms.groups)).toEqual(['Mon 4 May 2026, 13:45']);
    const seconds = ticks('+08:00', '2026-05-04T05:45:00Z', '2026-05-04T05:46:00Z', 1000);
    expect(labels(seconds.ticks).slice(0, 2)).toEqual(['13:45:00', '13:45:05']);
  });

  it('never let two labels of a line meet, nor a tick leave the range', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC'),
        fc.integer({ min: utc('2024-12-01T00:00Z'), max: utc('2026-12-01T00:00Z') }),
        fc.double({ min: 6, max: 14.2, noNaN: true }),
        fc.integer({ min: 120, max: 2400 }),
        (name, fromUs, power, widthPx) => {
          const range = { fromUs, toUs: fromUs + Math.round(10 ** power) };
          const drawn = timeTicks(range, widthPx, zoneSpans(zoneOf(name), range.fromUs, range.toUs), measure);
          let free = Number.NEGATIVE_INFINITY;
          for (const { px, label, us } of drawn.ticks) {
            expect(us >= range.fromUs && us < range.toUs).toBe(true);
            if (label === '') continue;
            expect(px - measure(label) / 2).toBeGreaterThanOrEqual(free);
            free = px + measure(label) / 2;
          }
          free = Number.NEGATIVE_INFINITY;
          for (const { px, label } of drawn.groups) {
            expect(px).toBeGreaterThanOrEqual(free);
            free = px + measure(label);
            expect(free).toBeLessThanOrEqual(widthPx);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps a useful number of labels at every zoom', () => {
    for (let power = 6; power < 13.9; power += 0.13) {
      const range = {
        fromUs: utc('2026-03-01T07:13Z'),
        toUs: utc('2026-03-01T07:13Z') + Math.round(10 ** power),
      };
      const list = timeTicks(
        range,
        1000,
        zoneSpans(zoneOf('Europe/Berlin'), range.fromUs, range.toUs),
        measure,
      ).ticks;
      const shown = list.filter(({ label }) => label !== '').length;
      expect(shown, `span 10^${power}`).toBeGreaterThanOrEqual(4);
      expect(shown).toBeLessThanOrEqual(25);
    }
  });

  it('spells offsets with sign and minutes', () => {
    expect([utcOffset(20_700_000_000), utcOffset(-12_600_000_000), utcOffset(0)]).toEqual([
      'UTC+05:45',
      'UTC-03:30',
      'UTC+00:00',
    ]);
  });
});
