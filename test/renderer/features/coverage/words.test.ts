import { describe, expect, it } from 'vitest';
import {
  basisWords,
  formatMean,
  ofWords,
  pWords,
} from '../../../../renderer/features/coverage/coverage-words.ts';
import { type CurveScene, curveScales, valueAt } from '../../../../renderer/features/coverage/curve-scene.ts';
import { curveWords } from '../../../../renderer/features/coverage/curve-words.ts';
import { partitionWords } from '../../../../renderer/features/coverage/partition-words.ts';
import type { TopicPartition } from '../../../../shared/contract/coverage.ts';
import { NO_FILTER } from '../../../../shared/contract/filters.ts';

const BASIS = {
  accounts: 10,
  ofAccounts: 10,
  unknown: 0,
  ranked: null,
  matching: null,
  ofRequests: 500,
  requests: 500,
  withTopic: 480,
  other: 0,
  uncounted: 0,
};

describe('the basis', () => {
  it('says what stands behind the pictures, and what is left out', () => {
    expect(basisWords(BASIS)).toBe('480 of 500 requests of 10 accounts with a topic');
    expect(basisWords({ ...BASIS, ranked: 'score', ofAccounts: 300, other: 3, unknown: 1 })).toBe(
      '480 of 500 requests of 10 accounts with a topic · the 10 of 300 accounts with the highest scores · 1 account asked for not in the case · 3 requests with topics beyond the first 10,000 of a file are in no picture',
    );
  });

  it('says how many requests count under a filter, of how many in all', () => {
    const matching = { accounts: 10, ofAccounts: 12 };
    expect(basisWords({ ...BASIS, matching, ofRequests: 900, ranked: 'score', ofAccounts: 10 })).toBe(
      '480 of 500 requests of 10 accounts that meet the filter, of 900 requests in all, with a topic',
    );
  });

  it('names whose it is, hidden characters shown', () => {
    expect(ofWords({ operator: 'O-3' })).toBe('operator O-3');
    expect(ofWords({ accounts: ['a\u202e'] })).toBe('account a\\u{202e}');
    expect(ofWords({ accounts: ['a', 'b'] })).toBe('2 accounts');
    expect(ofWords({ filter: NO_FILTER })).toBe('the accounts of the filter');
    expect(ofWords({ top: 50 })).toBe('the foremost 50 accounts');
  });
});

describe('numbers', () => {
  it('have as many digits as say something', () => {
    expect([3, 1234, 31.26, 0.04, 0.2, 123.4].map(formatMean)).toEqual([
      '3',
      '1,234',
      '31.3',
      '0.04',
      '0.2',
      '123',
    ]);
    expect(pWords(1 / 1000, 999)).toBe('none of 999 deals as far');
    expect(pWords(0.0512, 999)).toBe('p = 0.051');
  });
});

const PARTITION: TopicPartition = {
  ...BASIS,
  members: Array.from({ length: 10 }, (_, k) => ({ account: `ac_${k}`, requests: 48 })),
  topics: [],
  ofTopics: 120,
  alone: { observed: 96, expected: 31.2, low: 25, high: 38, p: 0.001 },
  shared: { observed: 1.2, expected: 8, low: 7.5, high: 8.5, p: 0.001 },
  holders: { observed: 1.5, expected: 6 },
  groups: {
    draws: 99,
    holders: { low: 0.3, high: 0.6, asSplit: 1 },
    alone: { low: 0.1, high: 0.5, asSplit: 4 },
  },
  draws: 999,
  seed: 1,
};

describe('the partition in words', () => {
  it('puts each measure beside chance, and both beside ordinary groups', () => {
    expect(partitionWords(PARTITION)).toEqual([
      'Of 120 topics 96 are asked by one account alone; by chance 31.2 (25 to 38; none of 999 deals as far).',
      'Two of the 10 accounts share 1.2 topics on average; by chance 8 (7.5 to 8.5; none of 999 deals as far).',
      'A topic is asked by 1.5 of them on average, 25.0 % of the 6 that chance gives.',
      'Ordinary groups, 99 drawn at random of as many accounts of the same cohorts: a topic is asked by 30.0 % to 60.0 % of what chance gives in the middle 90 %, as low as here in 1; one account alone asks 10.0 % to 50.0 % of the topics, here 80.0 %, as far above their own chance in 4.',
    ]);
    expect(partitionWords({ ...PARTITION, groups: null })[3]).toContain('too few other accounts');
    expect(partitionWords({ ...PARTITION, alone: { ...PARTITION.alone, observed: 0 } })[0]).toContain(
      'none is asked',
    );
  });
});

describe('curves', () => {
  const line = { x: [1, 4, 9], y: [1, 3, 4] };

  it('are read between their points, straight or in steps, and not beyond their end', () => {
    expect(valueAt(line, 4, true)).toBe(3);
    expect(valueAt(line, 6.5, false)).toBe(3.5);
    expect(valueAt(line, 6.5, true)).toBe(3);
    expect(valueAt(line, 0.5, false)).toBe(0.5);
    expect(valueAt(line, 10, false)).toBeNaN();
  });

  const scene: CurveScene = {
    lines: [
      { label: 'all together', ...line, isMain: true },
      { label: 'ac_1', x: [1, 2], y: [1, 2], isMain: false },
    ],
    bands: [],
    stepped: true,
    beside: 'others',
    xTitle: '',
    yTitle: '',
  };

  it('say their values, and of the single accounts how many have as many requests', () => {
    expect(curveWords(scene, 2)).toBe('at 2 requests · all together 1 · 1 of 1 account have as many: 2 to 2');
    expect(curveWords(scene, 9)).toBe('at 9 requests · all together 4');
  });

  it('fill the plot, with whole numbers at the axes', () => {
    const { x, y, xTicks, yTicks, xMost } = curveScales(scene, 400, 200);
    expect([x(0), x(xMost), y(0)]).toEqual([0, 400, 200]);
    expect(y(4)).toBeGreaterThanOrEqual(0);
    expect([...xTicks, ...yTicks].every(Number.isInteger)).toBe(true);
    const straight = curveScales({ ...scene, beside: 'every request' }, 400, 400);
    // Where every request brings something new, the line rises evenly.
    expect(straight.y(4) - straight.y(1)).toBeCloseTo(straight.y(1) - straight.y(0), 6);
  });
});
