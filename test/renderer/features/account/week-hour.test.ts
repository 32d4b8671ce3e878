import { expect, test } from 'vitest';
import { hoursLike } from '../../../../renderer/features/account/week-hour.ts';
import { type Activity, BIN_US } from '../../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../../shared/time/zone.ts';

const us = (...at: [number, number, number, number?, number?]) =>
  Date.UTC(at[0], at[1], at[2], at[3] ?? 0, at[4] ?? 0) * 1000;
function activity(...times: number[]): Activity {
  const bin = Int32Array.from(times, (time) => time / BIN_US);
  const zeros = () => new Float64Array(bin.length);
  return {
    bin,
    requests: new Uint32Array(bin.length).fill(2),
    failed: new Uint32Array(bin.length),
    inputTokens: zeros(),
    outputTokens: zeros(),
  };
}
const all = { fromUs: us(2020, 0, 1), toUs: us(2030, 0, 1) };

test('the same hour of two Mondays, its quarter hours summed', () => {
  const seen = activity(
    us(2026, 4, 4, 3),
    us(2026, 4, 4, 3, 45),
    us(2026, 4, 4, 4),
    us(2026, 4, 11, 3),
    us(2026, 4, 12, 3),
  );
  expect(hoursLike(seen, zoneOf('UTC'), all, { weekday: 0, hour: 3 })).toEqual([
    { range: { fromUs: us(2026, 4, 4, 3), toUs: us(2026, 4, 4, 4) }, requests: 4 },
    { range: { fromUs: us(2026, 4, 11, 3), toUs: us(2026, 4, 11, 4) }, requests: 2 },
  ]);
});

test('hours go by the clock of the zone, also where it is half an hour off', () => {
  const seen = activity(us(2026, 4, 3, 20, 30));
  const found = hoursLike(seen, zoneOf('Asia/Kolkata'), all, { weekday: 0, hour: 2 });
  expect(found).toEqual([
    { range: { fromUs: us(2026, 4, 3, 20, 30), toUs: us(2026, 4, 3, 21, 30) }, requests: 2 },
  ]);
});

test('an hour passed twice when clocks are set back is one, two hours long', () => {
  // Berlin, Sunday 2026-10-25: 02:00 comes at 00:00 and at 01:00 UTC.
  const seen = activity(us(2026, 9, 25, 0), us(2026, 9, 25, 1));
  expect(hoursLike(seen, zoneOf('Europe/Berlin'), all, { weekday: 6, hour: 2 })).toEqual([
    { range: { fromUs: us(2026, 9, 25, 0), toUs: us(2026, 9, 25, 2) }, requests: 4 },
  ]);
});

test('what lies outside the range is left out', () => {
  const seen = activity(us(2026, 4, 4, 3), us(2026, 4, 11, 3));
  const range = { fromUs: us(2026, 4, 5), toUs: us(2026, 4, 20) };
  expect(hoursLike(seen, zoneOf('UTC'), range, { weekday: 0, hour: 3 })).toHaveLength(1);
});
