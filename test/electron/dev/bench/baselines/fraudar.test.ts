import { describe, expect, it } from 'vitest';
import { fraudarBlocks } from '../../../../../electron/dev/bench/baselines/fraudar.ts';

describe('fraudarBlocks', () => {
  it('finds the dense block among accounts that share little', () => {
    const account: number[] = [];
    const object: number[] = [];
    const link = (one: number, other: number) => {
      account.push(one);
      object.push(other);
    };
    // Accounts 0 to 3 all use objects 1 to 6; accounts 4 to 9 share one object in pairs.
    for (let one = 0; one < 4; one++) for (let other = 1; other <= 6; other++) link(one, other);
    for (let one = 4; one < 10; one++) link(one, 10 + Math.floor(one / 2));
    const found = fraudarBlocks({ accounts: 10, account, object }, 1);
    expect(found.map((block, at) => (block === 0 ? at : -1)).filter((at) => at >= 0)).toEqual([0, 1, 2, 3]);
    const more = fraudarBlocks({ accounts: 10, account, object }, 9);
    expect(more[0]).toBe(0);
    expect(more[4]).toBe(more[5]);
    expect(more[4]).toBeGreaterThan(0);
  });
});
