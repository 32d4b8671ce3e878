import { expect, test } from 'vitest';
import {
  arrivalRows,
  arrivalTicks,
  binFromUs,
  binSpan,
  medianBin,
} from '../../../../renderer/features/lanes/arrivals-model.ts';
import { successionSentence, synchronySentence } from '../../../../renderer/features/lanes/lane-words.ts';
import {
  lanesLayout,
  ROW_PX,
  rowAt,
  rowsInView,
  scrollTo,
} from '../../../../renderer/features/lanes/lanes-layout.ts';
import { ARRIVAL_BINS, type ArrivalGaps } from '../../../../shared/contract/lanes.ts';

test('only rows in view are drawn, however many there are', () => {
  const { body, heightPx } = lanesLayout(1200, 5000, 20);
  expect(body.height).toBe(20 * ROW_PX);
  expect(lanesLayout(1200, 300, 20).heightPx).toBe(heightPx);
  expect(rowsInView(body, 0, 5000)).toEqual([0, 20]);
  expect(rowsInView(body, 10, 5000)).toEqual([0, 21]);
  expect(rowsInView(body, 4990 * ROW_PX, 5000)).toEqual([4990, 5000]);
  expect(rowAt(body, 10, 5000, body.top + ROW_PX - 11)).toBe(0);
  expect(rowAt(body, 10, 5000, body.top + ROW_PX - 10)).toBe(1);
  expect(rowAt(body, 0, 3, body.top + 3 * ROW_PX)).toBe(-1);
  expect(rowAt(body, 0, 3, body.top - 1)).toBe(-1);
});

test('a row that is looked at comes whole into view, and no further', () => {
  const { body } = lanesLayout(1200, 100, 20);
  expect(scrollTo(body, 200, 5)).toBe(5 * ROW_PX);
  expect(scrollTo(body, 200, 15)).toBe(200);
  expect(scrollTo(body, 0, 30)).toBe(11 * ROW_PX);
});

function gapsOf(counts: Readonly<Record<number, number>>): ArrivalGaps {
  const gaps = new Uint32Array(ARRIVAL_BINS);
  for (const [bin, n] of Object.entries(counts)) gaps[Number(bin)] = n;
  const total = gaps.reduce((sum, n) => sum + n, 0);
  return {
    gaps,
    share: Float64Array.from(gaps, (n) => n / total),
    total,
    simultaneous: 0,
    accounts: 1,
    looked: 1,
    ofAccounts: 1,
  };
}

test('gaps are shown in whole decades that hold them all, with the times people know', () => {
  const [subject, others] = [gapsOf({ 31: 3, 47: 1 }), gapsOf({ 62: 5 })];
  expect(binSpan([subject, others])).toEqual([30, 70]);
  expect(arrivalTicks([30, 70]).map(({ label }) => label)).toEqual(['1 s', '10 s', '1 min', '10 min', '1 h']);
  expect(binFromUs(30)).toBeCloseTo(1e6, 3);
  expect(medianBin(subject)).toBe(31);
  expect(binSpan([gapsOf({})])).toBeNull();
  const rows = arrivalRows(subject, others);
  expect(rows.length).toBe(3);
  expect(rows.cells(0).slice(2)).toEqual(['3', '75.0 %', '0', '0 %']);
});

test('sentences say how much stands beside chance, and when nothing can be told', () => {
  const successions = {
    handOvers: [],
    stops: 3,
    expected: 1.26,
    p: 0.5,
    chainLength: 0,
    missing: null,
  };
  expect(successionSentence(successions)).toContain('0 of 3 stops are followed');
  expect(successionSentence(successions)).toContain('1.3 would be at the times of other stops (p = 0.500)');
  expect(successionSentence({ ...successions, missing: 'No templates.' })).toBe('No templates.');
  expect(successionSentence({ ...successions, stops: 0 })).toMatch(/^None of these lanes stopped/);
  expect(synchronySentence({ synchrony: null, load: null, testedDays: null })).toMatch(/cannot be told/);
  const synchrony = {
    meanCorrelation: 0.5,
    p: 0.0005,
    accounts: 60,
    ofAccounts: 200,
    reference: 60,
    rhythm: 'hour of day' as const,
  };
  expect(synchronySentence({ synchrony, load: null, testedDays: 92 })).toContain(
    'a sample of 60 of 200 lanes in the last 92 days',
  );
});
