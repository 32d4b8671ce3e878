import { describe, expect, test } from 'vitest';
import {
  busiestDay,
  busiestHour,
  evenlySpread,
  fieldTable,
} from '../../../../renderer/features/account/use-model.ts';
import type { Breakdown } from '../../../../shared/contract/accounts.ts';
import type { GrainShare, Profile } from '../../../../shared/contract/timeline.ts';

const counts = (requests: number, inputTokens = 0, outputTokens = 0) => ({
  requests,
  inputTokens,
  outputTokens,
});
const EMPTY: Breakdown = {
  entries: [],
  further: { values: 0, ...counts(0) },
  other: counts(0),
  absent: counts(0),
  uncounted: counts(0),
  total: counts(0),
  imported: true,
};

describe('fieldTable', () => {
  test('shares are of all requests, and what has no name of its own comes last, in words', () => {
    const { rows, whole, remark } = fieldTable(
      {
        ...EMPTY,
        entries: [
          { value: 'm-9', ...counts(50, 10, 20) },
          { value: '(other)', ...counts(25) },
        ],
        further: { values: 3, ...counts(12) },
        other: counts(6),
        absent: counts(4),
        uncounted: counts(3),
        total: counts(100),
      },
      'model',
    );
    expect(whole).toBe('100 requests');
    expect(rows.map(({ value, words, share }) => [value, words, share])).toEqual([
      ['m-9', '', '50.0 %'],
      ['(other)', '', '25.0 %'],
      [null, 'and 3 more', '12.0 %'],
      [null, 'Further models, not told apart', '6.0 %'],
      [null, 'No model stated', '4.0 %'],
      [null, 'Imported by an earlier version, not counted', '3.0 %'],
    ]);
    expect(rows.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(1);
    expect(remark).toContain('first 10,000 models');
  });

  test('where nobody counted requests, shares are of tokens', () => {
    const { rows, whole } = fieldTable(
      { ...EMPTY, entries: [{ value: 'm-9', ...counts(0, 30, 10) }], total: counts(0, 60, 20) },
      'model',
    );
    expect(whole).toBe('80 tokens');
    expect(rows[0].share).toBe('50.0 %');
  });

  test('says why there is nothing to show', () => {
    const total = counts(7);
    const missing = { ...EMPTY, imported: false, absent: total, total };
    expect(fieldTable(missing, 'model')).toMatchObject({ rows: [], remark: 'No model column was imported.' });
    expect(fieldTable({ ...missing, absent: counts(0), uncounted: total }, 'topic').remark).toContain(
      'earlier version',
    );
    expect(fieldTable({ ...missing, imported: true }, 'status').remark).toBe(
      'No request of this account states a status.',
    );
  });
});

const profile = (...units: readonly (readonly [unit: number, requests: number])[]): Profile => {
  const none = new Float64Array(units.length);
  return {
    timeZone: 'UTC',
    unit: Int32Array.from(units, ([unit]) => unit),
    requests: Float64Array.from(units, ([, requests]) => requests),
    failed: none,
    inputTokens: none,
    outputTokens: none,
  };
};

test('the busiest hour stands beside its share among all accounts', () => {
  expect(busiestHour(profile([3, 1], [38, 3]), profile([3, 30], [38, 10], [40, 160]))).toBe(
    "Busiest hour of the week: Tuesday 14:00 – 15:00, 3 of 4 requests (75.0 %); of all accounts' requests 5.0 % lie in that hour.",
  );
  expect(busiestHour(profile([167, 1]), profile([167, 1]))).toContain(
    'Sunday 23:00 – 00:00, 1 of 1 request (100 %)',
  );
  expect(busiestHour(profile([5, 0]), profile([5, 0]))).toBeNull();
});

test('the busiest day is the first of those with the most, of the days that have requests', () => {
  expect(busiestDay(profile([20_577, 2], [20_578, 5], [20_579, 0], [20_580, 5]))).toBe(
    'Busiest day: 2026-05-05, 5 of 12 requests (41.7 %), of 3 days with requests.',
  );
  expect(busiestDay(profile())).toBeNull();
});

test('buckets longer than an hour say that hours tell nothing', () => {
  const of = (grain: GrainShare['grain'], most: number | null): GrainShare => ({
    grain,
    sources: 1,
    leastBucketSeconds: most,
    mostBucketSeconds: most,
  });
  expect(evenlySpread([of('request', null)])).toBeNull();
  expect(evenlySpread([of('bucket', 3600)])).toBeNull();
  expect(evenlySpread([of('bucket', 86_400)])).toMatch(
    /^Counts come from time buckets of up to 1 day and are spread evenly/,
  );
  expect(evenlySpread([of('request', null), of('bucket', 86_400)])).toMatch(/^Some counts come/);
});
