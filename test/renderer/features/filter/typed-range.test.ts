import { expect, test } from 'vitest';
import { endsOf, joinedEnds, NO_ENDS } from '../../../../renderer/features/filter/typed-ends.ts';
import { readTypedRange, withoutNegation } from '../../../../renderer/features/filter/typed-range.ts';
import { formatTime, zoneOf } from '../../../../shared/time/zone.ts';

const zone = zoneOf('Europe/Berlin');
const at = (text: string) => Date.parse(text) * 1000;
/** From 1 March 2026, 00:10, to 20 March, 17:52:30, in Berlin. */
const data = { fromUs: at('2026-02-28T23:10:00Z'), toUs: at('2026-03-20T16:52:30Z') };

function read(typed: string) {
  const found = readTypedRange(typed, { zone, data });
  if (found === null || 'error' in found) return found;
  const time = (us: number) => formatTime(zone, us, 'minute');
  return `${found.negate ? 'outside ' : ''}${time(found.range.fromUs)} – ${time(found.range.toUs)}`;
}
const notes = (typed: string) => {
  const found = readTypedRange(typed, { zone, data });
  return found && 'notes' in found ? found.notes : null;
};
const error = (typed: string) => {
  const found = readTypedRange(typed, { zone, data });
  return found && 'error' in found ? found.error : null;
};

test('a year, month, day or hour is that stretch in the zone, clocks that change included', () => {
  expect(read('2026')).toBe('2026-01-01 00:00 – 2027-01-01 00:00');
  expect(read(' 2026-03 ')).toBe('2026-03-01 00:00 – 2026-04-01 00:00');
  expect(read('2026-3-9')).toBe('2026-03-09 00:00 – 2026-03-10 00:00');
  expect(read('2026-03-09 14')).toBe('2026-03-09 14:00 – 2026-03-09 15:00');
  const day = readTypedRange('2026-03-29', { zone, data: null });
  expect(day && 'range' in day && (day.range.toUs - day.range.fromUs) / 3.6e9).toBe(23);
});

test('two times are a range; a date as the second is meant whole, a time alone is of the same day', () => {
  expect(read('2026-03-01..2026-03-05 14:00')).toBe('2026-03-01 00:00 – 2026-03-05 14:00');
  expect(read('2026-03-01 .. 2026-03-05')).toBe('2026-03-01 00:00 – 2026-03-06 00:00');
  expect(read('from 2026-03 to 2026-04')).toBe('2026-03-01 00:00 – 2026-05-01 00:00');
  expect(read('2026-03-01 09:00 - 17:30')).toBe('2026-03-01 09:00 – 2026-03-01 17:30');
  expect(read('2026-03-01T09:00Z..2026-03-01T10:00+05:30')).toBeTypeOf('object');
  expect(read('2026-03-01T09:00Z..2026-03-01T12:00Z')).toBe('2026-03-01 10:00 – 2026-03-01 13:00');
  expect(read('2026-03-01..2026-03-01 24:00')).toBe('2026-03-01 00:00 – 2026-03-02 00:00');
});

test('relative times are counted from the ends of the data, and say so', () => {
  expect(read('last 7 days')).toBe('2026-03-13 17:45 – 2026-03-20 18:00');
  expect(notes('last 7 days')?.[0]).toBe(
    'Counted from the last request, 2026-03-20 17:52:29, not from today.',
  );
  expect(read('Last 90 min')).toBe('2026-03-20 16:15 – 2026-03-20 18:00');
  expect(read('last month')).toBe('2026-02-20 17:45 – 2026-03-20 18:00');
  expect(read('first 2h')).toBe('2026-03-01 00:00 – 2026-03-01 02:15');
  expect(read('since 2026-03-10')).toBe('2026-03-10 00:00 – 2026-03-20 18:00');
  expect(read('after 2026-03-10')).toBe('2026-03-11 00:00 – 2026-03-20 18:00');
  expect(read('until 2026-03-02')).toBe('2026-03-01 00:00 – 2026-03-03 00:00');
  expect(read('before 2026-03-02')).toBe('2026-03-01 00:00 – 2026-03-02 00:00');
});

test('words before it take all other time', () => {
  expect(read('outside of 2026-03-02')).toBe('outside 2026-03-02 00:00 – 2026-03-03 00:00');
  expect(read('not last 1 days')).toMatch(/^outside 2026-03-19/);
  expect(read('-2026-03-02')).toMatch(/^outside /);
  expect(withoutNegation('outside of 2026-03-02')).toBe('2026-03-02');
});

test('what was moved to quarter hours is stated, and what was not is not', () => {
  expect(read('2026-03-05 13:07..2026-03-05 13:59:10')).toBe('2026-03-05 13:00 – 2026-03-05 14:00');
  expect(notes('2026-03-05 13:07..2026-03-05 13:59:10')).toEqual([
    'Widened to whole quarter hours, by which requests are counted: 2026-03-05 13:07 became 2026-03-05 13:00, 2026-03-05 13:59:10 became 2026-03-05 14:00.',
  ]);
  expect(notes('2026-03-05 13:15..2026-03-05 14:00')).toEqual([]);
  expect(read('2026-03-05 13:07')).toBe('2026-03-05 13:00 – 2026-03-05 13:15');
});

test('a time beside the data and one that came twice are told', () => {
  expect(notes('2025-07')).toEqual([
    'No request lies in it: they go from 2026-03-01 00:10 to 2026-03-20 17:52:29.',
  ]);
  expect(notes('2025-10-26 02:30..2025-10-26 05:00')?.[0]).toContain('came twice in Europe/Berlin');
});

test('what cannot be read says what is wrong and what can be typed', () => {
  expect(error('tomorrow')).toMatch(/^"tomorrow" is no time\. Type 2026-03/);
  expect(error('2026-02-30')).toContain('2026-02-30 is in no calendar.');
  expect(error('2026-13')).toContain('2026-13 is in no calendar.');
  expect(error('2026-03-01 25:00')).toContain('25:00 is no time of a day.');
  expect(error('2026-03-29 02:30')).toContain('The clocks in Europe/Berlin skip 2026-03-29 02:30.');
  expect(error('12026-03')).toContain('is no time');
  expect(error('0026')).toContain('Years go from 1900 to 2200');
  expect(error('last 0 days')).toContain('is no time');
  expect(error('2026-03-05..2026-03-01')).toBe(
    'The end, 2026-03-02 00:00, is not after the beginning, 2026-03-05 00:00. Turn them round.',
  );
  expect(readTypedRange('last day', { zone, data: null })).toMatchObject({
    error: expect.stringContaining('No request of the case has a time'),
  });
  expect(readTypedRange('  ', { zone, data })).toBeNull();
});

test('ends in fields read as the range they were taken from, and one alone as an open one', () => {
  const range = { fromUs: at('2026-03-05T12:15:00Z'), toUs: at('2026-03-06T23:00:00Z') };
  expect(endsOf(range, zone)).toEqual({
    fromDate: '2026-03-05',
    fromTime: '13:15',
    toDate: '2026-03-07',
    toTime: '00:00',
  });
  expect(readTypedRange(joinedEnds(endsOf(range, zone)), { zone, data })).toMatchObject({ range, notes: [] });
  expect(joinedEnds({ ...NO_ENDS, fromDate: '2026-03-05' })).toBe('since 2026-03-05');
  expect(joinedEnds({ ...NO_ENDS, toDate: '2026-03-05', toTime: '10:00' })).toBe('until 2026-03-05 10:00');
  expect(joinedEnds(NO_ENDS)).toBe('');
});
