import { describe, expect, it } from 'vitest';
import { brier, reliability } from '../../../../electron/engine/analysis/score/calibration.ts';

describe('brier', () => {
  it('is the mean squared distance', () => {
    expect(brier([1, 0.5, 0.2], [1, 0, 0])).toBeCloseTo((0 + 0.25 + 0.04) / 3);
    expect(brier([1, 0], [1, 0])).toBe(0);
    expect(() => brier([1], [])).toThrow(RangeError);
  });
});

describe('reliability', () => {
  it('compares stated with observed, bin by bin', () => {
    const bins = reliability([0.1, 0.2, 0.5, 0.9, 1], [0, 1, 1, 1, 0], [0, 0.5, 0.8, 1]);
    expect(bins.map(({ n }) => n)).toEqual([2, 1, 2]);
    expect(bins[0]!.stated).toBeCloseTo(0.15);
    expect(bins[0]!.observed).toBe(0.5);
    // An edge belongs to the bin above it, the last edge to the last bin.
    expect(bins[1]).toMatchObject({ from: 0.5, to: 0.8, observed: 1 });
    expect(bins[2]!.stated).toBeCloseTo(0.95);
  });

  it('leaves empty bins without figures and refuses what lies outside', () => {
    expect(reliability([0.1], [1], [0, 0.5, 1])[1]!.observed).toBeNaN();
    expect(() => reliability([1.2], [1], [0, 1])).toThrow(RangeError);
    expect(() => reliability([Number.NaN], [1], [0, 1])).toThrow(RangeError);
  });
});
