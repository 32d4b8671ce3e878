import { describe, expect, it } from 'vitest';
import { complementarySharding } from '../../../../electron/engine/analysis/signals/s16-complementary-sharding.ts';
import { drawWithout } from '../../../../electron/engine/analysis/statistics/resampling.ts';
import { expectFalseAlarms } from '../coordination/false-alarms.ts';
import { operatorP } from './operator-p.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const items = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);
const ask = (account: string, list: ArrayLike<number>, more: Partial<TinyRequest> = {}): TinyRequest[] =>
  Array.from(list, (item) => ({ account, template: 'T', item: String(item), ...more }));
const operators = [['a', 'b']];
/** Two others that ask all 60 items: a pool of 60 by what they share, 60 * 60 / 60. */
const others = [...ask('r1', items(0, 60)), ...ask('r2', items(0, 60))];

describe('complementary sharding', () => {
  it('counts shared items against a pool by hand', () => {
    const context = tiny([...ask('a', items(0, 30)), ...ask('b', items(27, 57)), ...others], { operators });
    const found = complementarySharding.test?.(context, context.operators[0]);
    // Three shared, 30 * 30 / 60 expected.
    expect(found?.value).toBeCloseTo(1 - 3 / 15, 12);
    expect(found?.n).toBe(60);
    expect(found?.detail).toMatch(
      /3 pairs of accounts share an item, 15.0 would by chance from a list of 60 /,
    );
    // P(at most 3 | 15) = e^-15 (1 + 15 + 112.5 + 562.5).
    expect(found?.p).toBeCloseTo(Math.exp(-15) * (1 + 15 + 112.5 + 562.5), 12);
    const halves = tiny([...ask('a', items(0, 30)), ...ask('b', items(30, 60)), ...others], { operators });
    const apart = complementarySharding.test?.(halves, halves.operators[0]);
    expect(apart?.value).toBe(1);
    expect(apart?.p).toBeCloseTo(Math.exp(-15), 12);
  });

  it('takes no pool from others who ask about something else', () => {
    const apart = [...ask('a', items(100, 130)), ...ask('b', items(130, 160)), ...others];
    const context = tiny(
      apart.map((request) => ({ ...request, topic: 'law' })),
      { operators },
    );
    const found = complementarySharding.test?.(context, context.operators[0]);
    expect(found?.p).toBeNaN();
    expect(found?.detail).toContain('too few of them to tell how large the list is');
    // Without topics nothing is left to say.
    const bare = tiny(apart, { operators });
    expect(complementarySharding.test?.(bare, bare.operators[0])).toBeUndefined();
  });

  it('falls back to what the account tells of the topic, without a test', () => {
    const sessions = (account: string, topic: string) =>
      ask(account, items(0, 40)).map((request, k) => ({ ...request, topic, session: `${account} ${k}` }));
    const context = tiny([...sessions('a', 'law'), ...sessions('b', 'physics')], { operators });
    const found = complementarySharding.test?.(context, context.operators[0]);
    expect(found?.value).toBeGreaterThan(0.9);
    // Twenty sessions of each are taken.
    expect(found).toMatchObject({ n: 40, p: Number.NaN });
    expect(found?.detail).toContain('1.00 bits on the topic of 40 sessions');
    const [computed] = [
      tiny(
        context.data.accounts.flatMap((account) => sessions(account, 'law')),
        { operators },
      ),
    ];
    const told = { ...computed, topics: { ...computed.topics, source: 'computed' as const } };
    expect(complementarySharding.test?.(told, told.operators[0])?.detail).toContain(
      'on the topic (computed from the prompts) of 40 sessions',
    );
  });

  it('raises no more false alarms than stated for accounts that draw from one list on their own', () => {
    expectFalseAlarms(
      200,
      (rng) => {
        const requests = ['a', 'b', 'r1', 'r2', 'r3', 'r4'].flatMap((account) =>
          ask(account, drawWithout(200, 40, rng)),
        );
        return operatorP(complementarySharding, tiny(requests, { operators }));
      },
      { conservative: true },
    );
  });

  it('says why it cannot be had', () => {
    expect(complementarySharding.disabled(tiny(others))).toBeNull();
    expect(complementarySharding.disabled(tiny([{ account: 'a' }]))).toMatch(/^No template was found/);
    const rare = tiny(ask('a', items(0, 9)), { operators: [['a']] });
    expect(complementarySharding.test?.(rare, rare.operators[0])).toBeUndefined();
  });
});
