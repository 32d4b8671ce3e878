import { describe, expect, it } from 'vitest';
import { semanticCoverage } from '../../../../electron/engine/analysis/signals/s6-semantic-coverage.ts';
import { accountsAbove, onePopulation, operatorsAbove } from './one-population.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const send = (account: string, topic: string | undefined, times: number, template?: string): TinyRequest[] =>
  Array.from({ length: times }, () => ({ account, topic, template, prompt: `${topic} ${template}` }));

describe('semantic coverage', () => {
  it('counts cells expected among 200 requests', () => {
    const context = tiny([
      ...send('a', 'law', 398),
      ...send('a', 'law', 2, 'X'),
      ...send('b', 'law', 100),
      ...send('b', 'art', 100),
      ...send('few', 'art', 199),
    ]);
    const { values, n, detail } = semanticCoverage.accounts!(context);
    // The second cell is missed by (200 * 199) / (400 * 399).
    expect(values[0]).toBeCloseTo(2 - (200 * 199) / (400 * 399), 12);
    expect(values[1]).toBeCloseTo(2, 12);
    expect(values[2]).toBeNaN();
    expect([...n]).toEqual([400, 200, 199]);
    expect(detail(0)).toBe(
      '400 requests fall into 2 of 3 cells of topic and template; 1.8 are expected in any 200 of them.',
    );
  });

  it('does without topics where few requests carry one', () => {
    const context = tiny([
      ...send('a', undefined, 200, 'X'),
      ...send('a', undefined, 200),
      ...send('a', 'law', 50),
    ]);
    expect(semanticCoverage.accounts!(context).detail(0)).toContain(
      '2 of 2 cells of capability and template',
    );
  });

  it('says when an operator covers more than random groups do', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => send(`c${i}`, `t${i % 4}`, 200)).flat();
    const pair = ['o1', 'o2'].flatMap((account) =>
      Array.from({ length: 50 }, (_, topic) => send(account, `${account} ${topic}`, 4)).flat(),
    );
    const context = tiny([...crowd, ...pair], { operators: [['o1', 'o2']] });
    const found = semanticCoverage.operator!(context, context.operators[0])!;
    // None of 511 groups: p = 1 / 512, times two looks; 400 of 450 counted.
    expect(found.bits).toBeCloseTo(8 * (400 / 450), 12);
    expect(found.detail).toContain(
      'of 511 random groups of as many accounts of the same cohorts 0 cover as many',
    );
  });

  it('is off where all fall into one cell', () => {
    expect(semanticCoverage.disabled(tiny([{ account: 'a' }]))).toMatch(/^No request carries/);
    expect(semanticCoverage.disabled(tiny(send('a', undefined, 5)))).toMatch(
      /^All requests fall into one cell/,
    );
    expect(semanticCoverage.disabled(tiny([...send('a', 'x', 5), ...send('a', 'y', 5)]))).toBeNull();
  });

  it('raises no more alarms over accounts and operators of one population than stated', () => {
    const context = onePopulation(
      5,
      (rng) => rng.int(5, 40),
      (rng, topics) => {
        const topic = `t${rng.int(1, topics)}`;
        return { topic, prompt: topic };
      },
    );
    expect(accountsAbove(semanticCoverage, context)).toBeGreaterThan(0.03);
    expect(accountsAbove(semanticCoverage, context)).toBeLessThan(0.18);
    expect(operatorsAbove(semanticCoverage, context, 1)).toBeGreaterThan(0.1);
    expect(operatorsAbove(semanticCoverage, context, 3)).toBeLessThan(0.2);
    expect(operatorsAbove(semanticCoverage, context, 5)).toBeLessThan(0.07);
  });
});
