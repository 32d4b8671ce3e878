import { describe, expect, it } from 'vitest';
import {
  adjustedRand,
  bCubed,
  type Label,
  pairwisePrecision,
} from '../../../../electron/engine/analysis/score/clustering.ts';

/** Clusters as lists of groups: `['aab', 'b']` is one cluster of a, a, b and one of b. */
function given(...clusters: string[]): { clusters: Label[]; groups: Label[] } {
  return {
    clusters: clusters.flatMap((members, cluster) => [...members].map(() => cluster)),
    groups: clusters.flatMap((members) => [...members]),
  };
}
const f1 = (...clusters: string[]) => {
  const { clusters: found, groups } = given(...clusters);
  return bCubed(found, groups).f1;
};

describe('bCubed', () => {
  it('averages over items, by hand', () => {
    const { clusters, groups } = given('aab', 'b');
    // Precision: a 2/3, a 2/3, b 1/3, b 1. Recall: a 1, a 1, b 1/2, b 1/2.
    const { precision, recall, f1: both } = bCubed(clusters, groups);
    expect(precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
    expect(recall).toBeCloseTo(0.75);
    expect(both).toBeCloseTo((2 * precision * 0.75) / (precision + 0.75));
  });

  it('is 1 for the right answer and punishes one lump and all apart on either side', () => {
    expect(f1('aaa', 'bb')).toBe(1);
    const lump = given('aabb');
    expect(bCubed(lump.clusters, lump.groups)).toMatchObject({ precision: 0.5, recall: 1 });
    const apart = given('a', 'a', 'b', 'b');
    expect(bCubed(apart.clusters, apart.groups)).toMatchObject({ precision: 1, recall: 0.5 });
  });

  // The four constraints of Amigo et al. (2009), section 3, in their shapes: the second is the better one.
  it.each([
    ['homogeneity', ['aaab', 'b'], ['aaa', 'bb']],
    ['completeness', ['aa', 'aa', 'b'], ['aaaa', 'b']],
    ['rag bag', ['aaaax', 'bcde'], ['aaaa', 'bcdex']],
    [
      'one small error in a large cluster',
      ['aaaaa', 'b', 'b', 'c', 'c', 'd', 'd'],
      ['aaaa', 'a', 'bb', 'cc', 'dd'],
    ],
  ])('%s', (_, worse, better) => {
    expect(f1(...better)).toBeGreaterThan(f1(...worse));
  });

  it('takes items without a cluster or group as alone', () => {
    // Found: {0, 1}, 2 alone, 3 alone. True: {0, 1, 2}, 3 alone.
    const { precision, recall } = bCubed([7, 7, null, null], ['x', 'x', 'x', null]);
    expect(precision).toBe(1);
    expect(recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
  });

  it('averages over chosen items while the others still fill clusters', () => {
    const { precision, recall } = bCubed([1, 1, 1, 1], ['x', 'x', null, null], (item) => item < 2);
    expect([precision, recall]).toEqual([0.5, 1]);
  });

  it('refuses lists of different lengths', () => {
    expect(() => bCubed([1], [1, 2])).toThrow(RangeError);
  });
});

describe('adjustedRand', () => {
  it('agrees with a table worked out by hand', () => {
    const { clusters, groups } = given('aab', 'abb');
    // Pairs together: 1 + 1. In clusters 3 + 3, in groups 3 + 3, of 15: (2 - 36/15) / (6 - 36/15).
    expect(adjustedRand(clusters, groups)).toBeCloseTo((2 - 2.4) / (6 - 2.4));
  });

  it('is 1 for equal partitions, whatever the names', () => {
    expect(adjustedRand([1, 1, 2, null], ['b', 'b', 'a', null])).toBe(1);
    expect(adjustedRand([null, null], [null, null])).toBe(1);
  });
});

describe('pairwisePrecision', () => {
  it('is the share of right pairs', () => {
    const { clusters, groups } = given('aab', 'bb');
    expect(pairwisePrecision(clusters, groups)).toBe(2 / 4);
    expect(pairwisePrecision([null, null], ['a', 'a'])).toBeNaN();
  });
});
