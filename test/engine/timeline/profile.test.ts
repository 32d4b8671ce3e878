import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileOf } from '../../../electron/engine/timeline/profile.ts';
import { BIN_US } from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';

function activity(...bins: readonly (readonly [time: string, requests: number])[]) {
  const column = (of: (requests: number) => number) => bins.map(([, requests]) => of(requests));
  return {
    bin: Int32Array.from(bins, ([time]) => Math.floor((Date.parse(time) * 1000) / BIN_US)),
    requests: Uint32Array.from(column((n) => n)),
    failed: Uint32Array.from(column((n) => n % 2)),
    inputTokens: Float64Array.from(column((n) => 10 * n)),
    outputTokens: Float64Array.from(column((n) => 100 * n)),
  };
}

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

test('days and hours of the week are those of the zone', () => {
  // 2026-05-04 is a Monday; Kathmandu is 5:45 ahead.
  const log = activity(['2026-05-03T18:00Z', 3], ['2026-05-03T18:15Z', 5], ['2026-05-10T18:30Z', 2]);
  const kathmandu = profileOf(log, zoneOf('Asia/Kathmandu'), 'day');
  expect(kathmandu.timeZone).toBe('Asia/Kathmandu');
  expect([...kathmandu.unit]).toEqual([day('2026-05-03'), day('2026-05-04'), day('2026-05-11')]);
  expect([...kathmandu.requests]).toEqual([3, 5, 2]);
  expect([...kathmandu.failed]).toEqual([1, 1, 0]);
  expect([...kathmandu.inputTokens]).toEqual([30, 50, 20]);
  expect([...kathmandu.outputTokens]).toEqual([300, 500, 200]);
  const hours = profileOf(log, zoneOf('Asia/Kathmandu'), 'hourOfWeek');
  expect([...hours.unit]).toEqual([0, 6 * 24 + 23]);
  expect([...hours.requests]).toEqual([7, 3]);
  expect([...profileOf(log, zoneOf('UTC'), 'day').requests]).toEqual([8, 2]);
});

test('the hour that is passed twice where clocks are set back is one hour of the week', () => {
  const log = activity(['2026-10-25T00:30Z', 1], ['2026-10-25T01:30Z', 2]);
  const hours = profileOf(log, zoneOf('Europe/Berlin'), 'hourOfWeek');
  expect([...hours.unit]).toEqual([6 * 24 + 2]);
  expect([...hours.requests]).toEqual([3]);
});

test('nothing is lost by any zone or unit, before 1970 as after', () => {
  const bins = fc.uniqueArray(fc.integer({ min: -200_000, max: 2_500_000 }), { maxLength: 40 });
  const zone = fc.constantFrom('UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', '-03:30');
  fc.assert(
    fc.property(bins, zone, fc.constantFrom('day' as const, 'hourOfWeek' as const), (list, name, by) => {
      const bin = Int32Array.from(list).sort();
      const ones = (value: number) => new Float64Array(bin.length).fill(value);
      const given = {
        bin,
        requests: new Uint32Array(bin.length).fill(1),
        failed: new Uint32Array(bin.length),
        inputTokens: ones(2),
        outputTokens: ones(3),
      };
      const profile = profileOf(given, zoneOf(name), by);
      const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
      expect(sum(profile.requests)).toBe(bin.length);
      expect(sum(profile.outputTokens)).toBe(3 * bin.length);
      expect([...profile.unit]).toEqual([...new Set(profile.unit)].sort((a, b) => a - b));
      if (by === 'hourOfWeek') for (const unit of profile.unit) expect(unit >= 0 && unit < 168).toBe(true);
    }),
    { seed: 1 },
  );
});
