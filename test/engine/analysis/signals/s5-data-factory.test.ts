import { describe, expect, it } from 'vitest';
import type { ContentFlag } from '../../../../electron/engine/analysis/content/content-rules.ts';
import { dataFactory } from '../../../../electron/engine/analysis/signals/s5-data-factory.ts';
import { onePopulation, operatorsAbove } from './one-population.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const send = (
  account: string,
  flags: readonly ContentFlag[],
  times: number,
  outputTokens?: number,
): TinyRequest[] => Array.from({ length: times }, () => ({ account, flags, outputTokens }));

describe('grading and data factory', () => {
  const requests = [
    ...send('a', ['rubric_score'], 10, 40),
    ...send('a', ['rubric_score'], 20, 500),
    ...send('a', ['pair_comparison', 'structured_verdict'], 4, 500),
    ...send('a', ['rubric_score', 'trace_cleaning'], 3),
    ...send('a', ['task_generation'], 3),
    ...send('a', [], 20),
  ];

  it('counts short or formal verdicts, made tasks and cleaned reasoning', () => {
    const { values, n, detail } = dataFactory.accounts!(tiny(requests));
    // A cohort of one: its own rate counts as one request more.
    expect(values[0]).toBeCloseTo((20 + 20 / 60) / 61, 12);
    expect(n[0]).toBe(60);
    expect(detail(0)).toMatch(
      /^20 of 60 prompts \(33 %\) make, grade or clean material: 3 make tasks or training examples, 14 grade answers, 3 clean reasoning\./,
    );
  });

  it('tells how long graded answers are and how often a text is sampled', () => {
    const sampled = Array.from({ length: 12 }, (_, item) =>
      Array.from({ length: 8 }, () => ({
        account: 'a',
        prompt: `p${item}`,
        flags: ['rubric_score' as const],
        outputTokens: 5 + item,
      })),
    ).flat();
    expect(dataFactory.accounts!(tiny(sampled)).detail(0)).toContain(
      'Half of the graded answers have 11 output tokens or fewer, nine in ten at most 15. 12 of 12 such texts are asked exactly 8 times each.',
    );
  });

  it('sees stages that come together over the accounts of an operator', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => [
      ...send(`c${i}`, [], 50),
      ...send(`c${i}`, i < 20 ? ['rubric_score'] : [], 50),
    ]).flat();
    const three = [
      ...send('o1', ['task_generation'], 25),
      ...send('o2', ['rubric_score'], 25),
      ...send('o3', ['trace_cleaning'], 25),
      ...['o1', 'o2', 'o3'].flatMap((account) => send(account, [], 75)),
    ];
    const context = tiny([...crowd, ...three], { operators: [['o1', 'o2', 'o3']] });
    const found = dataFactory.operator!(context, context.operators[0])!;
    // A quarter of the requests is common here, three stages are not: 1 / 41, times two looks; 300 of 350.
    expect(found.bits).toBeCloseTo((Math.log2(41) - 1) * (300 / 350), 12);
    expect(found.detail).toContain('3 of the three stages come together here, over 3 accounts.');
  });

  it('is off without texts', () => {
    expect(dataFactory.disabled(tiny(requests))).toBeNull();
    expect(dataFactory.disabled(tiny(requests, { texts: 0 }))).toMatch(/cannot be told/);
  });

  it('finds operators of the common population no more often than p says', () => {
    const context = onePopulation(
      4,
      (rng) => rng.float() ** 3,
      (rng, rate) => ({
        flags: rng.chance(rate) ? [rng.chance(0.5) ? 'task_generation' : 'rubric_score'] : [],
        outputTokens: 20,
      }),
    );
    const share = operatorsAbove(dataFactory, context, 3);
    expect(share).toBeLessThan(0.2);
    expect(operatorsAbove(dataFactory, context, 1.5)).toBeGreaterThan(0.05);
    expect(operatorsAbove(dataFactory, context, 5)).toBeLessThan(0.07);
  });
});
