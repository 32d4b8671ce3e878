import { expect, test } from 'vitest';
import { timesLines } from '../../../../renderer/features/import/times-words.ts';
import type { TimesSeen } from '../../../../shared/contract/imports.ts';

const at = (iso: string) => Date.parse(iso) * 1000;
const TIMES: TimesSeen = {
  rows: 1000,
  withoutTime: 0,
  firstUs: at('2026-05-01T00:00:00Z'),
  lastUs: at('2026-05-31T12:00:00Z'),
  gap: { fromUs: at('2026-05-03T00:00:00Z'), toUs: at('2026-05-06T04:00:00Z') },
  future: 0,
  before2015: 0,
  atMidnight: 3,
  zone: null,
  zoneFrom: 'values',
};
const doubts = (times: Partial<TimesSeen>) =>
  timesLines({ ...TIMES, ...times }, 'UTC', true)
    .filter(({ doubtful }) => doubtful)
    .map(({ text }) => text);

test('times that look well are told in numbers, without doubt', () => {
  expect(timesLines(TIMES, 'UTC', false).map(({ text }) => text)).toEqual([
    'From 2026-05-01 00:00 to 2026-05-31 12:00 (UTC).',
    'Longest stretch without a row: at least 3 days 4 h, from 2026-05-03 00:00 to 2026-05-06 04:00.',
    'Zone: told by each time itself.',
  ]);
  expect(doubts({})).toEqual([]);
});

test('what is odd about more than 1 in 100 times is marked, with its share', () => {
  expect(doubts({ withoutTime: 10 })).toEqual([]);
  expect(doubts({ withoutTime: 11 })[0]).toMatch(/^11 of 1,000 \(1\.1 %\) without a valid time/);
  expect(doubts({ future: 300 })[0]).toMatch(/^300 of 1,000 \(30\.0 %\) in the future/);
  expect(doubts({ before2015: 20 })[0]).toMatch(/before 2015/);
  expect(doubts({ atMidnight: 950 })[0]).toMatch(/seem to be days/);
  expect(doubts({ firstUs: null, lastUs: null, withoutTime: 1000 })).toEqual([
    'None of 1,000 rows has a valid time.',
  ]);
});

test('the zone is named with where it comes from', () => {
  const last = (times: Partial<TimesSeen>) => timesLines({ ...TIMES, ...times }, 'UTC', false).at(-1)?.text;
  expect(last({ zone: 'UTC', zoneFrom: 'column name' })).toBe(
    "Zone of times that carry none: UTC, told by the column's name.",
  );
  expect(last({ zone: '+08:00', zoneFrom: 'chosen' })).toMatch(/\+08:00, chosen by a person/);
});
