import { describe, expect, it } from 'vitest';
import {
  auroc,
  averagePrecision,
  precisionAt,
  recallAtFpr,
} from '../../../../electron/engine/analysis/score/ranking.ts';

describe('auroc', () => {
  it('counts the pairs in the right order', () => {
    // Positives 0.9 and 0.4, negatives 0.8, 0.3, 0.1: five of six pairs.
    expect(auroc([0.9, 0.8, 0.4, 0.3, 0.1], [1, 0, 1, 0, 0])).toBeCloseTo(5 / 6);
  });

  it('counts ties half', () => {
    expect(auroc([1, 1, 1, 1], [1, 0, 1, 0])).toBe(0.5);
    // 2 ties with 2, beats 1; 3 beats both: (0.5 + 1 + 2) of 4.
    expect(auroc([2, 3, 2, 1], [1, 1, 0, 0])).toBe(3.5 / 4);
  });

  it('has no value without both kinds, and no rank for what is no number', () => {
    expect(auroc([1, 2], [1, 1])).toBeNaN();
    expect(() => auroc([Number.NaN, 2], [1, 0])).toThrow(RangeError);
    expect(() => auroc([1], [1, 0])).toThrow(RangeError);
  });
});

describe('averagePrecision', () => {
  it('adds precision where recall grows', () => {
    // Positives on places 1, 3 and 4.
    expect(averagePrecision([9, 8, 7, 6, 5], [1, 0, 1, 1, 0])).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3);
  });

  it('is the base rate when all are tied, whatever their order', () => {
    expect(averagePrecision([1, 1, 1, 1], [1, 0, 0, 0])).toBe(0.25);
    expect(averagePrecision([1, 1, 1, 1], [0, 0, 0, 1])).toBe(0.25);
  });
});

describe('recallAtFpr', () => {
  it('takes the lowest threshold within the rate', () => {
    const scores = [9, 8, 7, 6, 5, 4, 3, 2];
    const labels = [1, 1, 0, 1, 0, 0, 0, 1];
    expect(recallAtFpr(scores, labels, 0)).toBe(0.5);
    expect(recallAtFpr(scores, labels, 0.25)).toBe(0.75);
    expect(recallAtFpr(scores, labels, 1)).toBe(1);
  });

  it('never splits a tie', () => {
    expect(recallAtFpr([2, 2, 1], [1, 0, 1], 0)).toBe(0);
  });
});

describe('precisionAt', () => {
  it('looks at the first k', () => {
    expect(precisionAt([9, 8, 7, 6], [1, 0, 1, 1], 2)).toBe(0.5);
    expect(precisionAt([9, 8], [1, 0], 50)).toBe(0.5);
  });

  it('shares the last places among a tie', () => {
    // One place left for two positives and two negatives.
    expect(precisionAt([9, 5, 5, 5, 5], [1, 1, 1, 0, 0], 2)).toBe(0.75);
  });
});
