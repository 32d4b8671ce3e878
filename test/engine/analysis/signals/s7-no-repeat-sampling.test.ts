import { describe, expect, it } from 'vitest';
import { noRepeatSampling } from '../../../../electron/engine/analysis/signals/s7-no-repeat-sampling.ts';
import { accountsAbove, onePopulation, operatorsAbove } from './one-population.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const ask = (account: string, name: string, different: number, times: number): TinyRequest[] =>
  Array.from({ length: different * times }, (_, k) => ({ account, prompt: `${name} ${k % different}` }));

describe('no question twice', () => {
  it('is the share asked once at 100 requests', () => {
    const { values, n, detail } = noRepeatSampling.accounts!(
      tiny([
        ...ask('a', 'a', 90, 1),
        ...ask('a', 'again', 5, 2),
        ...ask('b', 'b', 100, 2),
        ...ask('few', 'f', 99, 1),
      ]),
    );
    expect(values[0]).toBeCloseTo(0.9, 12);
    // The other one of each pair is not among the 99 others drawn from 199.
    expect(values[1]).toBeCloseTo(100 / 199, 12);
    expect(values[2]).toBeNaN();
    expect([...n]).toEqual([100, 200, 99]);
    expect(detail(0)).toBe('90 of 95 different questions in 100 requests were asked once and never again.');
  });

  it('compares what fills a template, whatever the wording, and passes over failed requests', () => {
    const worded = Array.from({ length: 100 }, (_, k) => ({
      account: 'a',
      template: 'T',
      prompt: `wording ${k}`,
      item: `item ${k % 50}`,
    }));
    const failed = ask('a', 'failed', 100, 1).map((request) => ({ ...request, status: '529' }));
    const { values, n } = noRepeatSampling.accounts!(tiny([...worded, ...failed]));
    expect(n[0]).toBe(100);
    expect(values[0]).toBe(0);
  });

  it('counts questions that accounts of an operator share', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => ask(`c${i}`, `c${i}`, 50, 4)).flat();
    const apart = [...ask('o1', 'o1', 100, 1), ...ask('o2', 'o2', 100, 1)];
    const alike = [...ask('p1', 'p', 100, 1), ...ask('p2', 'p', 100, 1)];
    const context = tiny([...crowd, ...apart, ...alike], {
      operators: [
        ['o1', 'o2'],
        ['p1', 'p2'],
      ],
    });
    const [one, other] = context.operators.map((members) => noRepeatSampling.operator!(context, members)!);
    // Compared at 200 requests; 61 others, none as high.
    expect(one.value).toBe(1);
    expect(one.bits).toBeCloseTo(Math.log2(62) * 0.8, 12);
    expect(one.detail).toContain('Among 200 requests drawn from all its accounts, 100 % would stand alone.');
    expect(other.value).toBe(0);
  });

  it('is off without prompts', () => {
    expect(noRepeatSampling.disabled(tiny(ask('a', 'a', 1, 1)))).toBeNull();
    expect(noRepeatSampling.disabled(tiny([{ account: 'a' }]))).toBe(
      'No request carries a prompt or a hash of one.',
    );
  });

  it('raises no more alarms over accounts and operators of one population than stated', () => {
    const context = onePopulation(
      6,
      (rng) => ({ pool: rng.int(100, 3000), name: rng.uint32() }),
      (rng, { pool, name }, _, account) => ({ prompt: `${name} ${account} ${rng.int(1, pool)}` }),
    );
    expect(accountsAbove(noRepeatSampling, context)).toBeGreaterThan(0.03);
    expect(accountsAbove(noRepeatSampling, context)).toBeLessThan(0.18);
    const share = operatorsAbove(noRepeatSampling, context, 3);
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.2);
    expect(operatorsAbove(noRepeatSampling, context, 5)).toBeLessThan(0.07);
  });
});
