import { describe, expect, it } from 'vitest';
import { countFrequencies } from '../../../../electron/engine/analysis/coverage/frequency-counts.ts';
import { rarefySingletonShare } from '../../../../electron/engine/analysis/coverage/rarefy-singletons.ts';

describe('rarefySingletonShare', () => {
  const counts = countFrequencies([2, 1, 1]);

  it('averages over all samples of that size', () => {
    expect(rarefySingletonShare(counts, 4)).toBeCloseTo(0.5, 12);
    // Two of a, a, b, c: only the pair a, a has no single one.
    expect(rarefySingletonShare(counts, 2)).toBeCloseTo(5 / 6, 12);
    expect(rarefySingletonShare(counts, 1)).toBe(1);
  });

  it('never stretches a sample', () => {
    expect(rarefySingletonShare(counts, 5)).toBeNaN();
    expect(rarefySingletonShare(counts, 0)).toBeNaN();
    expect(rarefySingletonShare(countFrequencies([]), 1)).toBeNaN();
  });
});
