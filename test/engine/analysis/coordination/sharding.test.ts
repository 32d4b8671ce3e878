import { describe, expect, it } from 'vitest';
import { cellInformation } from '../../../../electron/engine/analysis/coordination/cell-information.ts';
import {
  disjointness,
  referencePool,
  unionGain,
} from '../../../../electron/engine/analysis/coordination/disjointness.ts';
import type { ItemSets } from '../../../../electron/engine/analysis/coordination/item-sets.ts';
import { drawWithout } from '../../../../electron/engine/analysis/statistics/resampling.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { expectFalseAlarms } from './false-alarms.ts';

function setsOf(lists: readonly ArrayLike<number>[]): ItemSets {
  const from = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    from[i + 1] = from[i] + list.length;
  });
  return { from, items: Uint32Array.from(lists.flatMap((list) => Array.from(list))) };
}

const independent = (rng: Rng, accounts: number, size: number, pool: number) =>
  setsOf(Array.from({ length: accounts }, () => drawWithout(pool, size, rng)));

describe('disjointness', () => {
  it('counts by hand', () => {
    const group = setsOf([
      [1, 2, 3],
      [3, 4],
      [3, 1],
    ]);
    // Item 1: one pair, item 3: three. Products: 3*2 + 3*2 + 2*2 = 16.
    expect(disjointness(group, 8).observed).toBe(4);
    expect(disjointness(group, 8).expected).toBe(2);
    expect(disjointness(group, 8).p).toBeCloseTo(Math.exp(-2) * (1 + 2 + 2 + 8 / 6 + 16 / 24), 12);
    expect(referencePool(group)).toBe(4);
    expect(unionGain(group)).toBeCloseTo(4 / 7, 12);
  });

  it('sees slices of a list, with the expectation of the design notes', () => {
    const slices = setsOf(
      Array.from({ length: 20 }, (_, i) => Uint32Array.from({ length: 800 }, (_, k) => 800 * i + k)),
    );
    const found = disjointness(slices, 200_000);
    expect(found.observed).toBe(0);
    expect(found.expected).toBe(608);
    expect(found.p).toBeLessThan(1e-200);
    expect(unionGain(slices)).toBe(1);
  });

  it('estimates the pool that references draw from, and none where they share nothing', () => {
    const pool = referencePool(independent(new Rng(3), 40, 200, 5000));
    expect((pool as number) / 5000).toBeCloseTo(1, 1);
    expect(referencePool(setsOf([[1], [2]]))).toBeUndefined();
  });

  it('raises no more false alarms than stated', () => {
    expectFalseAlarms(600, (rng) => disjointness(independent(rng, 10, 100, 2000), 2000).p, {
      conservative: true,
    });
  });
});

describe('cellInformation', () => {
  it('is one bit for two accounts with a cell each, and nothing for one account', () => {
    const account = Array.from({ length: 40 }, (_, i) => i % 2);
    const found = cellInformation(account, account, new Rng(1));
    expect(found.bits).toBeCloseTo(1, 12);
    expect(found.share).toBeGreaterThan(0.95);
    expect(found.p).toBe(1 / 500);
    const single = cellInformation(new Array(40).fill(0), account, new Rng(1));
    expect(single.share).toBe(0);
    expect(single.p).toBe(1);
  });

  it('knows what few units give by chance', () => {
    const rng = new Rng(5);
    const account = Array.from({ length: 60 }, (_, i) => i % 10);
    const cell = account.map(() => rng.int(0, 7));
    const found = cellInformation(account, cell, rng);
    expect(found.bits).toBeGreaterThan(0.4);
    expect(Math.abs(found.bits - found.nullBits)).toBeLessThan(0.25);
  });

  it('raises false alarms at its level', () => {
    expectFalseAlarms(400, (rng) => {
      const account = Array.from({ length: 80 }, () => rng.int(0, 5));
      return cellInformation(
        account,
        account.map(() => rng.int(0, 4)),
        rng,
      ).p;
    });
  });
});
