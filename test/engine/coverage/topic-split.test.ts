import { describe, expect, it } from 'vitest';
import {
  byDealing,
  splitBesideChance,
  splitOf,
  splitOverTopics,
  type TopicTable,
} from '../../../electron/engine/coverage/topic-split.ts';
import { Rng } from '../../../electron/engine/rng.ts';

const at = async () => {};

/** Topics that each of `accounts` asks alone, `each` requests on every one. */
function parted(accounts: number, topicsEach: number, each: number): TopicTable {
  return {
    volumes: Array.from({ length: accounts }, () => topicsEach * each),
    topics: Array.from({ length: accounts * topicsEach }, (_, t) => [
      { account: t % accounts, requests: each },
    ]),
  };
}

describe('splitOf', () => {
  it('counts topics of one holder and pairs of holders over all pairs of accounts', () => {
    // Four accounts are six pairs; 3 holders are three pairs, 2 holders one.
    expect(splitOf([1, 1, 3, 2], 4)).toEqual({ alone: 2, shared: 4 / 6 });
    expect(splitOf([], 4)).toEqual({ alone: 0, shared: 0 });
  });
});

describe('byDealing', () => {
  it('gives the hypergeometric numbers of a case small enough to count', () => {
    // Four requests, two of each account; of the six ways to lay two of them on a topic, two give it to one account.
    const { holders, alone } = byDealing([2, 2], 2);
    expect(alone).toBeCloseTo(2 / 6, 12);
    expect(holders).toBeCloseTo((2 * 1 + 4 * 2) / 6, 12);
    expect(byDealing([5, 7, 1], 1).alone).toBeCloseTo(1, 12);
    expect(byDealing([5, 7, 1], 13).holders).toBeCloseTo(3, 12);
  });
});

describe('splitOverTopics', () => {
  it('takes means over topics', () => {
    const both = [0, 1].map((account) => ({ account, requests: 1 }));
    const { holders, alone } = splitOverTopics({
      volumes: [3, 1],
      topics: [[{ account: 0, requests: 2 }], both],
    });
    expect(holders.observed).toBe(1.5);
    expect(alone.observed).toBe(0.5);
    // Two of four requests: both of the first account's three in 3 of 6 ways.
    expect(alone.expected).toBeCloseTo(0.5, 12);
    expect(holders.expected).toBeCloseTo(1.5, 12);
  });
});

describe('splitBesideChance', () => {
  it('finds a partition far from what dealing gives, and the mean of the deals near the exact one', async () => {
    // Two requests a topic: one account has both of 20 of 120 in 6 * (20 * 19) / (120 * 119) of the deals.
    const { alone, shared } = await splitBesideChance(parted(6, 10, 2), 499, new Rng(1), at);
    const both = (6 * 20 * 19) / (120 * 119);
    expect(alone.observed).toBe(60);
    expect(shared.observed).toBe(0);
    expect(alone.p).toBe(1 / 500);
    expect(shared.p).toBe(1 / 500);
    expect(Math.abs(alone.expected - 60 * both)).toBeLessThan(0.5);
    expect(Math.abs(shared.expected - (60 * (1 - both)) / 15)).toBeLessThan(0.05);
    expect(alone.low).toBeLessThan(alone.expected);
    expect(alone.high).toBeGreaterThan(alone.expected);
    expect(alone.high).toBeLessThan(60);
  });

  it('finds nothing where all ask the same', async () => {
    const table: TopicTable = {
      volumes: [40, 40, 40],
      topics: Array.from({ length: 4 }, () => [0, 1, 2].map((account) => ({ account, requests: 10 }))),
    };
    const { alone, shared } = await splitBesideChance(table, 199, new Rng(1), at);
    expect(alone).toMatchObject({ observed: 0, p: 1 });
    expect(shared).toMatchObject({ observed: 4, p: 1 });
  });

  it('is the same for the same seed, and stops where the pause throws', async () => {
    const table = parted(4, 3, 5);
    const once = await splitBesideChance(table, 99, new Rng(7), at);
    expect(await splitBesideChance(table, 99, new Rng(7), at)).toEqual(once);
    let draws = 0;
    const stop = splitBesideChance(table, 99, new Rng(7), async () => {
      if (++draws === 3) throw new Error('left');
    });
    await expect(stop).rejects.toThrow('left');
    expect(draws).toBe(3);
  });
});
