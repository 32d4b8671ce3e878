import { describe, expect, it } from 'vitest';
import { rateByFamily, wilson } from '../../../../electron/engine/analysis/score/rates.ts';

describe('wilson', () => {
  it('gives the interval of the textbook', () => {
    // 10 of 20: centre 0.5, half width 1.96 * sqrt(0.25 / 20 + 3.8415 / 1600) / (1 + 3.8415 / 20).
    const { rate, low, high } = wilson(10, 20);
    expect(rate).toBe(0.5);
    expect(low).toBeCloseTo(0.2993, 4);
    expect(high).toBeCloseTo(0.7007, 4);
  });

  it('stays within [0, 1] and says something about no hits', () => {
    expect(wilson(0, 300).low).toBe(0);
    // z^2 / (n + z^2)
    expect(wilson(0, 300).high).toBeCloseTo(3.8415 / 303.8415, 4);
    expect(wilson(300, 300).high).toBe(1);
    expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 });
    expect(() => wilson(3, 2)).toThrow(RangeError);
  });
});

describe('rateByFamily', () => {
  it('counts flagged accounts of each family and leaves campaigns out', () => {
    const rates = rateByFamily([true, false, true, true], ['N1', 'N1', null, 'N2']);
    expect([...rates.keys()]).toEqual(['N1', 'N2']);
    expect(rates.get('N1')).toMatchObject({ hits: 1, n: 2, rate: 0.5 });
    expect(rates.get('N2')).toMatchObject({ hits: 1, n: 1 });
  });
});
