import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneSpans } from '../../../renderer/draw/zone-spans.ts';
import {
  binActivity,
  binAt,
  binsIn,
  lowerBound,
  matchingActivity,
  outsideOf,
  sumIn,
} from '../../../renderer/features/timeline/bins.ts';
import { LEVELS, levelFor } from '../../../renderer/features/timeline/levels.ts';
import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import { activityOf, HOUR_US, utc } from './fixtures.ts';

const level = (id: string) => LEVELS.find((one) => one.id === id)!;
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

const activity: fc.Arbitrary<Activity> = fc
  .uniqueArray(
    fc.integer({ min: utc('2025-02-01T00:00Z') / BIN_US, max: utc('2026-12-01T00:00Z') / BIN_US }),
    { maxLength: 120 },
  )
  .chain((bins) =>
    fc
      .array(fc.tuple(fc.nat(5000), fc.nat(50), fc.nat(1e9), fc.nat(1e9)), {
        minLength: bins.length,
        maxLength: bins.length,
      })
      .map((rows) => ({
        bin: Int32Array.from(bins).sort(),
        requests: Uint32Array.from(rows, (row) => row[0] + 1),
        failed: Uint32Array.from(rows, (row) => row[1]),
        inputTokens: Float64Array.from(rows, (row) => row[2]),
        outputTokens: Float64Array.from(rows, (row) => row[3]),
      })),
  );

describe('binActivity', () => {
  it('has the same totals at every level in every zone, in bins that never overlap', () => {
    fc.assert(
      fc.property(
        activity,
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC'),
        fc.constantFrom(...LEVELS),
        (data, name, one) => {
          const spans = zoneSpans(zoneOf(name), utc('2025-02-01T00:00Z'), utc('2026-12-01T00:00Z'));
          const bins = binActivity(data, one, spans);
          expect(sum(bins.requests)).toBe(sum(data.requests));
          expect(sum(bins.failed)).toBe(sum(data.failed));
          expect(sum(bins.inputTokens)).toBe(sum(data.inputTokens));
          expect(sum(bins.outputTokens)).toBe(sum(data.outputTokens));
          for (let i = 0; i < bins.fromUs.length; i++) {
            expect(bins.toUs[i]).toBeGreaterThan(bins.fromUs[i]);
            if (i > 0) expect(bins.fromUs[i]).toBeGreaterThanOrEqual(bins.toUs[i - 1]);
          }
          for (const bin of data.bin) expect(binAt(bins, bin * BIN_US)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('counts days in wall time: requests either side of a midnight at +05:45 part ways', () => {
    const zone = zoneOf('Asia/Kathmandu');
    const midnight = utc('2026-05-03T18:15Z');
    const data = activityOf([{ us: midnight - 1 }, { us: midnight }, { us: midnight + 1 }]);
    const bins = binActivity(data, level('1day'), zoneSpans(zone, midnight, midnight));
    expect(Array.from(bins.requests)).toEqual([1, 2]);
    expect(Array.from(bins.fromUs, (us) => formatTime(zone, us, 'minute'))).toEqual([
      '2026-05-03 00:00',
      '2026-05-04 00:00',
    ]);
  });

  it('keeps the two hours apart that a clock set back shows alike', () => {
    const data = activityOf([
      { us: utc('2026-10-25T00:30Z') },
      { us: utc('2026-10-25T01:30Z') },
      { us: utc('2026-10-25T01:31Z') },
    ]);
    const spans = zoneSpans(zoneOf('Europe/Berlin'), utc('2026-10-25T00:00Z'), utc('2026-10-26T00:00Z'));
    const bins = binActivity(data, level('1h'), spans);
    expect(Array.from(bins.requests)).toEqual([1, 2]);
    expect(bins.toUs[0] - bins.fromUs[0]).toBe(HOUR_US);
  });

  it('knows its largest values, and is empty for no activity', () => {
    const data = activityOf([{ us: 0 }, { us: 1 }, { us: 2 * HOUR_US }]);
    const spans = zoneSpans(zoneOf('UTC'), 0, HOUR_US);
    expect(binActivity(data, level('1h'), spans).most).toEqual({ requests: 2, tokens: 280 });
    expect(binActivity(activityOf([]), level('1h'), spans)).toMatchObject({
      most: { requests: 0, tokens: 0 },
    });
  });
});

describe('looking up', () => {
  const data = activityOf([0, 1, 5, 6].map((quarter) => ({ us: quarter * BIN_US })));
  const bins = binActivity(data, level('15min'), zoneSpans(zoneOf('UTC'), 0, HOUR_US));

  it('finds bins in a range by what they touch', () => {
    expect(binsIn(bins, { fromUs: BIN_US, toUs: 5 * BIN_US })).toEqual([1, 2]);
    expect(binsIn(bins, { fromUs: BIN_US - 1, toUs: 5 * BIN_US + 1 })).toEqual([0, 3]);
    expect(binsIn(bins, { fromUs: 3 * BIN_US, toUs: 4 * BIN_US })).toEqual([2, 2]);
  });

  it('finds the bin at an instant, or none', () => {
    expect([binAt(bins, 0), binAt(bins, BIN_US), binAt(bins, 2 * BIN_US), binAt(bins, 99 * BIN_US)]).toEqual([
      0, 1, -1, -1,
    ]);
  });

  it('sums half-open ranges', () => {
    expect(sumIn(data, 'requests', { fromUs: BIN_US, toUs: 6 * BIN_US })).toBe(2);
    expect(sumIn(data, 'requests', { fromUs: 0, toUs: 7 * BIN_US })).toBe(4);
  });

  it('lowerBound is the place of the first not smaller', () => {
    expect([lowerBound([1, 3, 3, 5], 3), lowerBound([1, 3], 9), lowerBound([], 1)]).toEqual([1, 2, 0]);
  });
});

describe('levelFor', () => {
  const span = (hours: number) => ({ fromUs: 0, toUs: hours * HOUR_US });

  it('asks for single requests up to two days, finest bins meanwhile', () => {
    expect(levelFor(span(48), 1000)).toEqual({ level: LEVELS[0], single: true });
    expect(levelFor(span(48.01), 1000)).toEqual({ level: LEVELS[0], single: false });
  });

  it('asks for single requests when quarter hours would be wider than needed', () => {
    expect(levelFor(span(72), 3456).single).toBe(true);
    expect(levelFor(span(72), 3400).single).toBe(false);
  });

  it('chooses coarser bins for longer ranges, never narrower than 2.5 pixels', () => {
    let before = 0;
    for (let days = 2.1; days < 900; days *= 1.2) {
      const chosen = levelFor(span(24 * days), 1000).level;
      const index = LEVELS.indexOf(chosen);
      expect(index).toBeGreaterThanOrEqual(before);
      expect((chosen.us / (days * 24 * HOUR_US)) * 1000).toBeGreaterThanOrEqual(2.5);
      before = index;
    }
    expect(levelFor(span(24 * 100_000), 100).level.id).toBe('1month');
  });
});

describe('what a filter leaves', () => {
  it('lies in the same bins as all requests, with nothing told of failures and tokens', () => {
    const all = activityOf([{ us: 0 }, { us: 1 }, { us: 10 * HOUR_US }, { us: 20 * HOUR_US }]);
    const left = matchingActivity({ ...all, matching: Float64Array.of(1, 0, 1) })!;
    const spans = zoneSpans(zoneOf('UTC'), 0, 30 * HOUR_US);
    const [of, among] = [left, all].map((one) => binActivity(one, level('1h'), spans));
    expect(of.fromUs).toEqual(among.fromUs);
    expect([...of.requests]).toEqual([1, 0, 1]);
    expect([...among.requests]).toEqual([2, 1, 1]);
    expect(sum(of.failed) + sum(of.inputTokens) + sum(of.outputTokens)).toBe(0);
  });

  it('is nothing where no filter was asked with', () => {
    expect(matchingActivity({ ...activityOf([{ us: 0 }]), matching: null })).toBeNull();
  });
});

describe('outsideOf', () => {
  it('leaves out what a range takes, and nothing without one', () => {
    fc.assert(
      fc.property(activity, fc.integer({ min: 0, max: 60_000 }), (one, length) => {
        const fromUs = (one.bin[0] ?? 0) * BIN_US;
        const range = { fromUs, toUs: fromUs + length * BIN_US };
        const rest = outsideOf(one, range);
        expect(sum(rest.requests)).toBe(sum(one.requests) - sumIn(one, 'requests', range));
        expect(sumIn(rest, 'requests', range)).toBe(0);
        expect(outsideOf(one, null)).toBe(one);
      }),
    );
  });
});
