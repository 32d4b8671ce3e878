import { describe, expect, it } from 'vitest';
import { DAY_US, HOUR_US } from '../../../../electron/engine/analysis/coordination/bin-counts.ts';
import { immediateSaturation } from '../../../../electron/engine/analysis/signals/s9-immediate-saturation.ts';
import { accountsAbove, onePopulation } from './one-population.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const START_US = 20_000 * DAY_US;

/** Ten requests, one an hour from midnight on, on each of five days. */
const work = (account: string, firstDay: number, tokens: number): TinyRequest[] =>
  Array.from({ length: 50 }, (_, k) => ({
    account,
    timeUs: START_US + (firstDay + Math.floor(k / 10)) * DAY_US + (k % 10) * HOUR_US,
    inputTokens: tokens / 4,
    outputTokens: (tokens * 3) / 4,
  }));

describe('immediate saturation', () => {
  const requests = [
    ...work('a', 0, 100),
    ...work('b', 0, 200),
    ...work('c', 0, 300),
    ...work('d', 1, 400),
    ...work('e', 1, 1000),
    ...work('other plan', 0, 9000),
  ];
  const records = ['a', 'b', 'c', 'd', 'e'].map((account) => ({
    account,
    plan: 'pro',
    createdUs: START_US + (account === 'a' ? -1 : 1) * DAY_US,
  }));

  it('is the mean of the places by tokens a day and by hours to a full day', () => {
    const unknown = records.map((record) =>
      'bc'.includes(record.account) ? { ...record, createdUs: null } : record,
    );
    const { values, n, detail } = immediateSaturation.accounts!(tiny(requests, { records: unknown }));
    // A full day is 10,000 tokens; e has 8,000 with its eighth request, d never has. a to c cannot be told.
    expect(values[4]).toBeCloseTo((0.9 + 0.75) / 2, 12);
    expect(values[3]).toBeCloseTo((0.7 + 0.25) / 2, 12);
    expect(values[0]).toBeCloseTo((0.1 + 0.5) / 2, 12);
    expect(values[5]).toBeNaN();
    expect(n[4]).toBe(50);
    expect(detail(4)).toBe(
      '10,000 tokens on each of 5 active days, 3.3 times the median of 5 accounts on plan pro. It reached 80 % of a full day of its plan 7.0 hours after registration.',
    );
    expect(detail(3)).toMatch(/It never reached 80 % of a full day of its plan\.$/);
    expect(detail(0)).toMatch(/How soon it began cannot be told/);
  });

  it('is off without times, tokens or registrations', () => {
    expect(immediateSaturation.disabled(tiny(requests, { records }))).toBeNull();
    expect(immediateSaturation.disabled(tiny(requests))).toMatch(/^No account record/);
    const bare = requests.map(({ account, timeUs }) => ({ account, timeUs }));
    expect(immediateSaturation.disabled(tiny(bare, { records }))).toMatch(/number of tokens/);
    expect(immediateSaturation.disabled(tiny([{ account: 'a' }], { records }))).toMatch(/a time/);
  });

  it('raises no more alarms in one population than stated', () => {
    const context = onePopulation(
      8,
      (rng) => ({ from: rng.int(0, 6), tokens: rng.int(50, 5000) }),
      (rng, { from, tokens }) => ({
        timeUs: START_US + rng.int(from, 13) * DAY_US + rng.int(0, 86_399) * 1e6,
        outputTokens: tokens,
      }),
    );
    expect(accountsAbove(immediateSaturation, context)).toBeGreaterThan(0.03);
    expect(accountsAbove(immediateSaturation, context)).toBeLessThan(0.18);
  });
});
