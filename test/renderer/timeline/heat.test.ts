import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneSpans } from '../../../renderer/draw/zone-spans.ts';
import { HEAT_STEPS, heatOf, heatStep, heatThresholds } from '../../../renderer/features/timeline/heat.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { activityOf, HOUR_US, utc } from './fixtures.ts';

function heat(name: string, times: readonly string[], from: string, to: string) {
  const range = { fromUs: utc(from), toUs: utc(to) };
  const spans = zoneSpans(zoneOf(name), range.fromUs, range.toUs);
  return heatOf(activityOf(times.map((text) => ({ us: utc(text) }))), spans, range);
}
const cells = (values: Float64Array) => [...values.entries()].filter(([, value]) => value > 0);
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('heatOf', () => {
  it('puts Monday 00:00 first, in the zone', () => {
    // 2026-05-04 is a Monday; 18:15 UTC on Sunday is 00:00 in Kathmandu.
    const kathmandu = heat(
      'Asia/Kathmandu',
      ['2026-05-03T18:15Z', '2026-05-03T18:14Z'],
      '2026-05-01T00:00Z',
      '2026-05-08T00:00Z',
    );
    expect(cells(kathmandu.requests)).toEqual([
      [0, 1],
      [6 * 24 + 23, 1],
    ]);
    expect(
      cells(heat('UTC', ['2026-05-03T18:15Z'], '2026-05-01T00:00Z', '2026-05-08T00:00Z').requests),
    ).toEqual([[6 * 24 + 18, 1]]);
  });

  it('counts every hour of a week once', () => {
    const week = heat('Europe/Berlin', [], '2026-05-04T00:00Z', '2026-05-11T00:00Z');
    expect(new Set(week.hours)).toEqual(new Set([1]));
  });

  it('counts the repeated hour twice and the missing one never', () => {
    const back = heat('Europe/Berlin', [], '2026-10-24T22:00Z', '2026-10-25T23:00Z');
    expect([back.hours[6 * 24 + 2], sum(back.hours)]).toEqual([2, 25]);
    const forward = heat('Europe/Berlin', [], '2026-03-28T23:00Z', '2026-03-29T22:00Z');
    expect([forward.hours[6 * 24 + 2], sum(forward.hours)]).toEqual([0, 23]);
  });

  it('has the hours of the range as denominators and counts no request outside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 2000 }), (start, quarters) => {
        const fromUs = utc('2026-01-01T00:00Z') + (start * HOUR_US) / 4;
        const range = { fromUs, toUs: fromUs + (quarters * HOUR_US) / 4 };
        const spans = zoneSpans(zoneOf('America/New_York'), range.fromUs, range.toUs);
        const data = activityOf([
          { us: range.fromUs - 1 },
          { us: range.fromUs },
          { us: range.toUs - 1 },
          { us: range.toUs },
        ]);
        const counted = heatOf(data, spans, range);
        expect(sum(counted.hours)).toBe(quarters / 4);
        expect([sum(counted.requests), counted.total]).toEqual([2, 2]);
        expect(counted.range).toEqual(range);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the ramp', () => {
  it('rises with the count and keeps 0 and the largest for themselves', () => {
    const tops = heatThresholds(74);
    expect(tops).toEqual([2, 8, 19, 33, 51, 74]);
    expect([0, 1, 2, 3, 74].map((n) => heatStep(n, tops))).toEqual([0, 1, 1, 2, HEAT_STEPS]);
  });

  it('shows a single request even where the most is one', () => {
    expect(heatStep(1, heatThresholds(1))).toBeGreaterThan(0);
    expect(heatStep(0, heatThresholds(0))).toBe(0);
  });
});
