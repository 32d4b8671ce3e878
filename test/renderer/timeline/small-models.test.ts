import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneSpans } from '../../../renderer/draw/zone-spans.ts';
import { keyAct } from '../../../renderer/features/timeline/keys.ts';
import { type Mark, placeMarks } from '../../../renderer/features/timeline/marks.ts';
import { shownFor } from '../../../renderer/features/timeline/scene.ts';
import { tableRows, tableText } from '../../../renderer/features/timeline/table-rows.ts';
import { valueScale, valueTicks } from '../../../renderer/features/timeline/value-scale.ts';
import { wheelAct } from '../../../renderer/features/timeline/wheel.ts';
import { durationTitle, rangeTitle, zoneTitle } from '../../../renderer/features/timeline/words.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { HOUR_US, sceneOf, utc } from './fixtures.ts';

const measure = (text: string) => text.length * 7;

describe('marks', () => {
  it('never let labels meet, and hide rather than overlap', () => {
    const mark = fc
      .tuple(fc.nat(1000), fc.nat(300), fc.string({ minLength: 1, maxLength: 40 }))
      .map(([fromUs, length, label]): Mark => ({ fromUs, toUs: fromUs + length, label, kind: 'tag' }));
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), fc.integer({ min: 80, max: 1500 }), (marks, widthPx) => {
        const { placed, hidden } = placeMarks(marks, { fromUs: 0, toUs: 1000 }, widthPx, measure);
        const visible = marks.filter(({ fromUs }) => fromUs < 1000);
        expect(placed.length + hidden.length).toBe(visible.length);
        for (const row of [0, 1]) {
          let free = Number.NEGATIVE_INFINITY;
          for (const one of placed.filter((other) => other.row === row)) {
            expect(Math.min(one.fromPx, one.labelPx)).toBeGreaterThanOrEqual(free);
            free = one.labelPx + measure(one.label);
            expect(free).toBeLessThanOrEqual(widthPx + 0.001);
          }
        }
      }),
    );
  });
});

describe('value axis', () => {
  it('has round whole numbers, apart, within the scale', () => {
    for (const spacing of ['square root', 'linear'] as const) {
      for (const most of [1, 2, 7, 96, 1207, 85_000, 3_400_000]) {
        const scale = valueScale(spacing, most, 220);
        const ticks = valueTicks(scale);
        expect(ticks.length).toBeGreaterThan(0);
        ticks.forEach((value, i) => {
          expect(Number.isInteger(value) && value <= most).toBe(true);
          if (i > 0) expect(scale(value) - scale(ticks[i - 1])).toBeGreaterThanOrEqual(20);
        });
      }
    }
  });

  it('gives a quarter of the value half the height under a square root', () => {
    expect(valueScale('square root', 100, 200)(25)).toBe(100);
    expect(valueScale('linear', 100, 200)(25)).toBe(50);
    expect(valueScale('linear', 0, 200)(0)).toBe(0);
  });
});

describe('keys and wheel', () => {
  const press = (key: string, more: object = {}) =>
    keyAct({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

  it('mean what the help says', () => {
    expect(press('w')).toEqual(press('+'));
    expect(press('W', { shiftKey: true })).toEqual(press('w'));
    expect(press('d')).toEqual({ act: 'pan', share: 0.2 });
    expect(press('0')).toEqual({ act: 'fit' });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ act: 'extend', direction: -1 });
    expect([press('x'), press('Tab'), press('w', { ctrlKey: true })]).toEqual([null, null, null]);
  });

  const turn = { deltaX: 0, deltaY: 0, deltaMode: 0, shiftKey: false, ctrlKey: false };
  it('zoom in as the wheel goes up, pan sideways or with Shift', () => {
    expect(wheelAct({ ...turn, deltaY: -100 }, 1000)).toMatchObject({ act: 'zoom' });
    const [up, down] = [-100, 100].map((deltaY) => wheelAct({ ...turn, deltaY }, 1000));
    expect(
      up.act === 'zoom' &&
        down.act === 'zoom' &&
        up.factor < 1 &&
        Math.abs(up.factor * down.factor - 1) < 1e-9,
    ).toBe(true);
    expect(wheelAct({ ...turn, deltaY: 100, shiftKey: true }, 1000)).toEqual({ act: 'pan', share: 0.1 });
    expect(wheelAct({ ...turn, deltaX: -50, deltaY: 3 }, 1000)).toEqual({ act: 'pan', share: -0.05 });
    expect(wheelAct({ ...turn, deltaY: 2, deltaMode: 1, shiftKey: true }, 1000)).toEqual({
      act: 'pan',
      share: 0.032,
    });
  });
});

describe('words', () => {
  const berlin = zoneSpans(zoneOf('Europe/Berlin'), utc('2026-01-01T00:00Z'), utc('2026-12-31T00:00Z'));
  it('tell whole days by date, the last inclusive, and other ranges by time', () => {
    expect(rangeTitle(berlin, { fromUs: utc('2026-05-03T22:00Z'), toUs: utc('2026-05-05T22:00Z') })).toBe(
      '2026-05-04 – 2026-05-05',
    );
    expect(rangeTitle(berlin, { fromUs: utc('2026-05-03T22:00Z'), toUs: utc('2026-05-04T22:00Z') })).toBe(
      '2026-05-04',
    );
    expect(rangeTitle(berlin, { fromUs: utc('2026-05-04T11:00Z'), toUs: utc('2026-05-04T12:00Z') })).toBe(
      '2026-05-04 13:00 – 14:00',
    );
  });

  it('name the zone with every offset in the range', () => {
    expect(zoneTitle(berlin, { fromUs: utc('2026-07-01T00:00Z'), toUs: utc('2026-07-02T00:00Z') })).toBe(
      'Europe/Berlin, UTC+02:00',
    );
    expect(zoneTitle(berlin, { fromUs: utc('2026-03-01T00:00Z'), toUs: utc('2026-04-02T00:00Z') })).toBe(
      'Europe/Berlin, UTC+01:00 and UTC+02:00',
    );
    expect(zoneTitle(zoneSpans(zoneOf('+08:00'), 0, 1), { fromUs: 0, toUs: 1 })).toBe('UTC+08:00');
    expect(zoneTitle(zoneSpans(zoneOf('UTC'), 0, 1), { fromUs: 0, toUs: 1 })).toBe('UTC');
  });

  it('give durations in a fitting unit', () => {
    expect([durationTitle(23 * 24 * HOUR_US), durationTitle(36 * HOUR_US), durationTitle(1_500_000)]).toEqual(
      ['23 days', '36 h', '1.5 s'],
    );
  });
});

describe('table twin', () => {
  const requests = [
    { us: utc('2026-05-04T00:00:00.000123Z'), model: '=HYPERLINK("x")' },
    { us: utc('2026-05-04T01:00Z'), model: 'tab\there', failed: true },
    { us: utc('2026-05-24T01:00Z') },
  ];

  it('has a row for every bin in view, with shares of all requests', () => {
    const scene = sceneOf(requests);
    const rows = tableRows(scene, shownFor(scene, scene.limits, 1000), scene.limits);
    expect(rows.length).toBe(2);
    expect(rows.cells(0)).toEqual([
      '2026-05-04 00:00',
      '2026-05-04 02:00',
      'UTC',
      '2',
      '66.7 %',
      '1',
      '200',
      '80',
    ]);
    expect(rows.request(0)).toBeNull();
  });

  it('copies what the data wrote as text: no formula, no broken row', () => {
    const range = { fromUs: requests[0].us, toUs: requests[1].us + 1 };
    const scene = sceneOf(requests, 'UTC', range);
    const rows = tableRows(scene, shownFor(scene, range, 1000), range);
    const lines = tableText(rows, 'UTC').split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('Single requests; times in UTC');
    expect(lines[2].split('\t')[2]).toBe(`'=HYPERLINK("x")`);
    expect(lines[3].split('\t').slice(2, 5)).toEqual(['tab here', '500', 'failed']);
    expect(rows.request(1)).toBe(1);
  });
});
