import { describe, expect, it } from 'vitest';
import {
  cellOf,
  cellWords,
  matrixRows,
  stepOf,
} from '../../../../renderer/features/coverage/matrix-model.ts';
import type { CoverageMatrix } from '../../../../shared/contract/coverage.ts';

const MATRIX: CoverageMatrix = {
  accounts: 3,
  ofAccounts: 3,
  unknown: 0,
  ranked: null,
  matching: null,
  ofRequests: 130,
  requests: 130,
  withTopic: 120,
  other: 0,
  uncounted: 0,
  rows: [
    { account: 'ac_1', requests: 100, operator: 'O-1', cohort: 0 },
    { account: 'ac_2', requests: 20, operator: null, cohort: 1 },
  ],
  topics: [
    { topic: 'law', requests: 90, accounts: 1 },
    { topic: 'art\u202e', requests: 30, accounts: 2 },
  ],
  ofTopics: 2,
  cohorts: [
    { name: 'plan pro', accounts: 40, requests: 1000, withShown: false },
    { name: 'all accounts', accounts: 0, requests: 0, withShown: true },
  ],
  counts: Float64Array.of(90, 10, 0, 20),
  cohortCounts: Float64Array.of(100, 900, 0, 0),
};

describe('cellOf', () => {
  it('compares with the share of the cohort, half a request on both sides', () => {
    expect(cellOf(MATRIX, 0, 0)).toEqual({ requests: 90, expected: 10, logRatio: Math.log2(90.5 / 10.5) });
    expect(cellOf(MATRIX, 0, 1).logRatio).toBeCloseTo(Math.log2(10.5 / 90.5), 12);
  });

  it('expects nothing of a cohort without requests', () => {
    const { expected, logRatio } = cellOf(MATRIX, 1, 1);
    expect([expected, logRatio]).toEqual([Number.NaN, 0]);
  });
});

describe('stepOf', () => {
  it('rounds to doublings and stops at eight times either way', () => {
    expect([-9, -1.6, -0.4, 0, 0.4, 0.6, 2.4, 7].map(stepOf)).toEqual([-3, -2, 0, 0, 0, 1, 2, 3]);
  });
});

describe('the words of a cell', () => {
  it('say count, expectation and cohort, each beside its denominator', () => {
    expect(cellWords(MATRIX, 0, 0)).toEqual([
      'ac_1 on law',
      '90 of its 100 requests with a topic (90.0 %)',
      '10 expected: 9 times as many',
      'its cohort asks it in 100 of 1,000 requests (10.0 %); plan pro, 40 accounts without the shown',
    ]);
    expect(cellWords(MATRIX, 1, 1).join(' ')).toContain('no cohort to compare it with');
    expect(cellWords(MATRIX, 0, 1)[0]).toBe('ac_1 on art\\u{202e}');
  });
});

describe('the table of cells', () => {
  it('leaves out cells of nothing asked and nothing expected', () => {
    const rows = matrixRows(MATRIX);
    expect(rows.length).toBe(3);
    expect([0, 1, 2].map((index) => rows.cell(index))).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(rows.cells(0)).toEqual(['ac_1', 'law', '90', '90.0 %', '10', '9', '10.0 %', 'O-1']);
    expect(rows.cells(2)[4]).toBe('–');
  });
});
