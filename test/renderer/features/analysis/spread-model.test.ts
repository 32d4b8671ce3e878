import { expect, test } from 'vitest';
import {
  barHeights01,
  outsideWords,
  spreadCounts,
  spreadFigures,
  spreadSentence,
} from '../../../../renderer/features/analysis/spread-model.ts';

const bins = (filled: Readonly<Record<number, number>>) =>
  Array.from({ length: 20 }, (_, bin) => filled[bin] ?? 0);

test('accounts are below, in or above the band; the rest has no place', () => {
  const counts = spreadCounts({ bins: bins({ 0: 1, 1: 2, 18: 3, 19: 4 }) }, 12);
  expect(counts).toEqual({ below: 1, inside: 5, above: 4, unplaced: 2 });
  expect(outsideWords(counts)).toBe('5 of 10 placed outside');
  expect(spreadFigures(counts)).toBe('1 below · 5 in band · 4 above · 2 not placed');
  expect(spreadSentence('Pacing', counts)).toBe(
    'Pacing: of 10 accounts 1 below the 5th percentile of its cohort, 5 in the band, 4 at the 95th or above. 2 accounts have no place in a cohort.',
  );
});

test('where all have a place nothing is said of those without', () => {
  const counts = spreadCounts({ bins: bins({ 19: 3 }) }, 3);
  expect(outsideWords(counts)).toBe('3 of 3 outside');
  expect(spreadFigures(counts)).toBe('0 below · 0 in band · 3 above');
  expect(spreadSentence('Pacing', counts)).not.toContain('no place');
});

test('a bar is as high as the root of its share of those placed', () => {
  const heights = barHeights01(bins({ 3: 1, 19: 3 }));
  expect(heights[3]).toBeCloseTo(0.5);
  expect(heights[19]).toBeCloseTo(Math.sqrt(0.75));
  expect(barHeights01(bins({}))).toEqual(new Array(20).fill(0));
});
