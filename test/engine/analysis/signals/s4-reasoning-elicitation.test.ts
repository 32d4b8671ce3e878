import { describe, expect, it } from 'vitest';
import type { ContentFlag } from '../../../../electron/engine/analysis/content/content-rules.ts';
import { reasoningElicitation } from '../../../../electron/engine/analysis/signals/s4-reasoning-elicitation.ts';
import { onePopulation, operatorsAbove } from './one-population.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const send = (account: string, flags: readonly ContentFlag[], times: number): TinyRequest[] =>
  Array.from({ length: times }, () => ({ account, flags }));

describe('reasoning elicitation', () => {
  const requests = [
    ...send('a', ['reasoning_in_tags'], 9),
    ...send('a', ['reasoning_in_tags', 'thinking_language'], 3),
    ...send('a', ['reasoning_steps'], 5),
    ...send('a', [], 43),
    ...send('b', [], 60),
    ...send('c', [], 60),
    { account: 'a' },
  ];

  it('is the rate of prompts that want reasoning, drawn to the cohort, and leaves mere steps out', () => {
    const { values, n, detail } = reasoningElicitation.accounts!(tiny(requests));
    // Kleinman: mean 12/180; spread 60 ((12/60 - mean)^2 + 2 mean^2) = 1.6; noise 2 mean (1 - mean);
    // room mean (1 - mean) (180 - 60 - 2).
    const mean = 12 / 180;
    const rho = (1.6 - 2 * mean * (1 - mean)) / (118 * mean * (1 - mean));
    const weight = 1 / rho - 1;
    expect(values[0]).toBeCloseTo((12 + mean * weight) / (60 + weight), 12);
    expect(n[0]).toBe(60);
    expect(detail(0)).toMatch(
      /^12 of 60 prompts \(20 %\) ask for the reasoning itself: 12 want it within tags, 3 prescribe the language of thinking\. That is 1\.\d standard deviations above/,
    );
    expect(detail(1)).toMatch(
      /^None of 60 prompts asks for the reasoning itself\. That is 0\.\d standard deviations below/,
    );
  });

  it('gives an operator no more than its place among others allows', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => send(`c${i}`, [], 100)).flat();
    const pair = [...send('o1', ['reasoning_restated'], 100), ...send('o2', ['reasoning_restated'], 100)];
    const context = tiny([...crowd, ...pair], { operators: [['o1', 'o2']] });
    const found = reasoningElicitation.operator!(context, context.operators[0])!;
    expect(found.value).toBe(1);
    expect(found.bits).toBeCloseTo(Math.log2(41) * 0.8, 12);
    expect(found.detail).toContain('200 want the reasoning behind a finished answer');
    expect(found.detail).toContain(
      'Of 40 other operators and unattached accounts in its cohorts, none shows as much.',
    );
  });

  it('is off without texts, and does not read forms into hashes', () => {
    expect(reasoningElicitation.disabled(tiny(requests))).toBeNull();
    expect(reasoningElicitation.disabled(tiny(requests, { texts: 0 }))).toMatch(/cannot be told from a hash/);
    expect([...reasoningElicitation.accounts!(tiny(requests, { texts: 0 })).n]).toEqual([0, 0, 0]);
  });

  it('finds operators of the common population no more often than p says', () => {
    // Most ask seldom, some all the time: a normal tail alone would raise an alarm for each of the latter.
    const context = onePopulation(
      3,
      (rng) => rng.float() ** 4,
      (rng, rate) => ({ flags: rng.chance(rate) ? ['reasoning_in_tags'] : [] }),
    );
    const share = operatorsAbove(reasoningElicitation, context, 3);
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.2);
    expect(operatorsAbove(reasoningElicitation, context, 5)).toBeLessThan(0.07);
  });
});
