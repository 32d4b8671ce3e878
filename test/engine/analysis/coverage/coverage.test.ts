import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chanceOfNone,
  countFrequencies,
} from '../../../../electron/engine/analysis/coverage/frequency-counts.ts';
import { hillNumbers } from '../../../../electron/engine/analysis/coverage/hill-numbers.ts';
import {
  rarefyHillNumbers,
  rarefyRichness,
} from '../../../../electron/engine/analysis/coverage/rarefaction.ts';
import { estimateRichness } from '../../../../electron/engine/analysis/coverage/richness-estimate.ts';
import {
  rarefyCoverage,
  sampleCoverage,
} from '../../../../electron/engine/analysis/coverage/sample-coverage.ts';

// 10 observations: one thing 4 times, one 3, one 2... by hand: 4 + 2 + 2 + 1 + 1.
const FIVE = countFrequencies([4, 0, 2, 1, 2, 1]);

describe('countFrequencies', () => {
  it('counts how often counts occur and passes over zeros', () => {
    expect(FIVE).toMatchObject({ n: 10, seen: 5, once: 2, twice: 2 });
    expect([...FIVE.sizes]).toEqual([1, 2, 4]);
    expect([...FIVE.things]).toEqual([2, 2, 1]);
  });
});

describe('chanceOfNone', () => {
  it('is the ratio of binomials', () => {
    // C(7, 4) / C(10, 4) = 35 / 210
    expect(chanceOfNone(10, 3, 4)).toBeCloseTo(35 / 210, 12);
    expect(chanceOfNone(10, 4, 3)).toBeCloseTo(35 / 210, 12);
    expect(chanceOfNone(10, 7, 4)).toBe(0);
    expect(chanceOfNone(10, 0, 4)).toBe(1);
  });
});

describe('hillNumbers', () => {
  it('is the number of things when all are alike', () => {
    const { q0, q1, q2 } = hillNumbers(countFrequencies([3, 3, 3, 3]));
    expect([q0, q1, q2].map((q) => Math.round(q * 1e9) / 1e9)).toEqual([4, 4, 4]);
  });

  it('follows Shannon and Simpson otherwise', () => {
    const { q0, q1, q2 } = hillNumbers(FIVE);
    expect(q0).toBe(5);
    // H = -(0.4 ln 0.4 + 2 * 0.2 ln 0.2 + 2 * 0.1 ln 0.1) = 1.470808
    expect(q1).toBeCloseTo(Math.exp(1.470808), 5);
    // 1 / (0.16 + 2 * 0.04 + 2 * 0.01) = 1 / 0.26
    expect(q2).toBeCloseTo(1 / 0.26, 12);
  });

  it('is zero for an empty sample', () => {
    expect(hillNumbers(countFrequencies([0, 0]))).toEqual({ q0: 0, q1: 0, q2: 0 });
  });
});

describe('rarefaction', () => {
  it('gives the hand-computed richness', () => {
    // m = 2 of 10: pairs of different things / all pairs * 2 + same * 1. Same pairs: C(4,2)+2*C(2,2) = 8 of 45.
    expect(rarefyRichness(FIVE, 2).expected).toBeCloseTo(2 - 8 / 45, 12);
    expect(rarefyRichness(FIVE, 1).expected).toBeCloseTo(1, 12);
    expect(rarefyRichness(FIVE, 10).expected).toBeCloseTo(5, 12);
    expect(rarefyRichness(FIVE, 11).expected).toBeNaN();
  });

  it('gives the hand-computed Hill numbers of two observations', () => {
    // Two draws are alike with chance 8/45 (every q is 1), else two things (entropy ln 2).
    const { q0, q1, q2 } = rarefyHillNumbers(FIVE, 2);
    expect(q0).toBeCloseTo(2 - 8 / 45, 12);
    expect(q1).toBeCloseTo(Math.exp((37 / 45) * Math.LN2), 12);
    // 1 / (1/2 + 1/2 * 16/90)
    expect(q2).toBeCloseTo(1 / (0.5 + 0.5 * (16 / 90)), 12);
  });

  it('ends at the sample itself, and richness grows with m', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(counts, (drawn) => {
        const frequencies = countFrequencies(drawn);
        if (frequencies.n < 2) return;
        const [whole, less] = [frequencies.n, Math.ceil(frequencies.n / 2)];
        const own = hillNumbers(frequencies);
        const rarefied = rarefyHillNumbers(frequencies, whole);
        expect(rarefied.q0).toBeCloseTo(own.q0, 6);
        expect(rarefied.q1).toBeCloseTo(own.q1, 6);
        expect(rarefied.q2).toBeCloseTo(own.q2, 6);
        const { expected, low, high } = rarefyRichness(frequencies, less);
        expect(expected).toBeLessThanOrEqual(own.q0 + 1e-9);
        expect(rarefyHillNumbers(frequencies, less).q0).toBeCloseTo(expected, 6);
        expect(low).toBeLessThanOrEqual(expected);
        expect(high + 1e-9).toBeGreaterThanOrEqual(expected);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('coverage of a sample', () => {
  it('gives the hand-computed shares', () => {
    // 1 - 0.2 * (9*2 / (9*2 + 2*2)) = 1 - 0.2 * 18/22
    expect(sampleCoverage(FIVE)).toBeCloseTo(1 - (0.2 * 18) / 22, 12);
    // m = 1: missed = sum x/n * (n-x)/(n-1) = .4*6/9 + 2*.2*8/9 + 2*.1*9/9
    expect(rarefyCoverage(FIVE, 1)).toBeCloseTo(1 - (0.4 * 6 + 0.4 * 8 + 0.2 * 9) / 9, 12);
  });

  it('is little where nothing was seen twice, and all where nothing was seen once', () => {
    // 1 - 1 * (3 * 3 / (3 * 3 + 2)).
    expect(sampleCoverage(countFrequencies([1, 1, 1, 1]))).toBeCloseTo(2 / 11, 12);
    expect(sampleCoverage(countFrequencies([2, 2]))).toBe(1);
    expect(sampleCoverage(countFrequencies([]))).toBe(0);
  });
});

describe('estimateRichness', () => {
  it('adds the unseen by those seen once and twice', () => {
    const { chao1, low, high, diverges } = estimateRichness(FIVE);
    // 5 + 0.9 * 4 / 4
    expect(chao1).toBeCloseTo(5.9, 12);
    expect(low).toBeGreaterThan(5);
    expect(high).toBeGreaterThan(5.9);
    expect(diverges).toBe(false);
  });

  it('uses the corrected form and says so when nothing came twice', () => {
    const unique = estimateRichness(countFrequencies(Array.from({ length: 100 }, () => 1)));
    // 100 + 0.99 * 100 * 99 / 2
    expect(unique.chao1).toBeCloseTo(100 + 0.99 * 4950, 9);
    expect(unique.diverges).toBe(true);
  });
});
