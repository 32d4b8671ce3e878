import { describe, expect, it } from 'vitest';
import { coordination } from '../../../../../electron/dev/bench/baselines/coordination.ts';

describe('coordination', () => {
  it('puts together who uses the same rare objects alike', () => {
    // 0 and 1 use objects 1 and 2 alike; everybody uses object 3; 2 and 3 use objects of their own.
    const account = [0, 0, 0, 1, 1, 1, 2, 2, 3, 3];
    const object = [1, 2, 3, 1, 2, 3, 3, 4, 3, 5];
    const { scores, clusters } = coordination({ accounts: 4, account, object });
    expect(scores[0]).toBeCloseTo(1);
    expect(scores[2]).toBe(0);
    expect(clusters[0]).toBe(clusters[1]);
    expect(clusters.slice(2)).toEqual([null, null]);
  });
});
