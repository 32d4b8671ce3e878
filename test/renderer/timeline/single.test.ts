import { describe, expect, it } from 'vitest';
import {
  countIn,
  coveredRange,
  covers,
  MOST_ROWS,
  matchingIn,
  modelRows,
  nearestRequest,
} from '../../../renderer/features/timeline/single.ts';
import { columnsOf, type FakeRequest } from './fixtures.ts';

const at = (us: number, model: string, failed = false): FakeRequest => ({ us, model, failed });

describe('coveredRange', () => {
  it('is the range asked for, or ends where a truncated answer does', () => {
    const asked = { fromUs: 0, toUs: 100 };
    expect(coveredRange(columnsOf([at(1, 'a'), at(40, 'a')]), asked)).toEqual(asked);
    expect(coveredRange(columnsOf([at(1, 'a'), at(40, 'a')], true), asked)).toEqual({ fromUs: 0, toUs: 40 });
    expect([
      covers(asked, { fromUs: 0, toUs: 100 }),
      covers(asked, { fromUs: 0, toUs: 101 }),
      covers(null, asked),
    ]).toEqual([true, false, false]);
  });
});

describe('modelRows', () => {
  it('ranks by count, ties by name, and names requests without a model', () => {
    const rows = modelRows(columnsOf([at(1, 'b'), at(2, 'b'), at(3, 'z'), at(4, 'a'), at(5, '')]));
    expect(rows.titles).toEqual(['b', 'a', 'no model given', 'z']);
    expect(rows.counts).toEqual([2, 1, 1, 1]);
    expect(Array.from(rows.rowOf)).toEqual([0, 0, 3, 1, 2]);
  });

  it('gathers all beyond eight in one last row', () => {
    const requests = Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 20 - i }, (_, k) => at(i * 100 + k, `m${i}`)),
    ).flat();
    const rows = modelRows(columnsOf(requests));
    expect(rows.titles).toHaveLength(MOST_ROWS + 1);
    expect(rows.titles.at(-1)).toBe('other, 4 models');
    expect(rows.counts.at(-1)).toBe(12 + 11 + 10 + 9);
    expect(rows.counts.reduce((sum, n) => sum + n, 0)).toBe(requests.length);
  });

  it('keeps an order seen before', () => {
    const columns = columnsOf([at(1, 'b'), at(2, 'b'), at(3, 'a')]);
    expect(modelRows(columns, ['a', 'gone']).titles).toEqual(['a', 'b']);
  });
});

describe('nearestRequest', () => {
  const columns = columnsOf([at(10, 'a'), at(20, 'b'), at(21, 'a'), at(50, 'a')]);
  const rows = modelRows(columns);

  it('looks within reach and within the row', () => {
    expect(nearestRequest(columns, 19, 5, rows, null)).toBe(1);
    expect(nearestRequest(columns, 19, 5, rows, 0)).toBe(2);
    expect(nearestRequest(columns, 35, 5, rows, null)).toBe(-1);
    expect(nearestRequest(columns, 55, 5, rows, null)).toBe(3);
  });
});

describe('countIn', () => {
  it('counts half-open ranges, failed ones apart', () => {
    const columns = columnsOf([at(10, 'a', true), at(20, 'a'), at(30, 'a', true)]);
    expect(countIn(columns, { fromUs: 10, toUs: 30 })).toEqual({ requests: 2, failed: 1 });
    expect(countIn(columns, { fromUs: 31, toUs: 90 })).toEqual({ requests: 0, failed: 0 });
  });
});

describe('matchingIn', () => {
  it('counts those of a range that meet the filter they were asked with', () => {
    const columns = columnsOf([at(10, 'a'), at(20, 'a'), at(30, 'b')]);
    expect(matchingIn(columns, { fromUs: 0, toUs: 99 })).toBeNull();
    const asked = { ...columns, matches: Uint8Array.of(1, 0, 1) };
    expect(matchingIn(asked, { fromUs: 0, toUs: 99 })).toBe(2);
    expect(matchingIn(asked, { fromUs: 20, toUs: 30 })).toBe(0);
  });
});
