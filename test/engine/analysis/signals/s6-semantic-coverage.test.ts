import { describe, expect, it } from 'vitest';
import { semanticCoverage } from '../../../../electron/engine/analysis/signals/s6-semantic-coverage.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
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
    expect(detail(2)).toBe('199 requests fall into 1 of 3 cells of topic and template.');
  });

  it('says Hill numbers and coverage of the same 200 requests, and the band of the cohort', () => {
    const context = tiny([
      ...[100, 98, 1, 1].flatMap((times, k) => send('a', `t${k}`, times)),
      ...send('b', 't0', 200),
      ...Array.from({ length: 19 }, (_, i) => [
        ...send(`c${i}`, 't0', 100),
        ...send(`c${i}`, 't1', 100),
      ]).flat(),
    ]);
    // exp -(.5 ln .5 + .49 ln .49 + .01 ln .005) = 2.12; 1 / (.25 + .2401 + .00005) = 2.04; 1 - .01 * 199 / 201.
    expect(semanticCoverage.accounts!(context).detail(0)).toBe(
      '200 requests fall into 4 of 4 cells of topic and template; 4.0 are expected in any 200 of them, as varied as 2.1 cells used alike (Hill number of order 1; 2.0 of order 2), and 99 % of further requests would fall into those (Good-Turing). The middle 90 % of its cohort cover 2.0 to 2.0.',
    );
  });

  it('computes topics from the prompts where few requests carry one, and says so', () => {
    const subjects = ['oven flour butter recipe dough', 'court tenant lease clause breach'].map((words) =>
      words.split(' '),
    );
    const rng = new Rng(3);
    const requests = Array.from({ length: 400 }, (_, k) => ({
      account: k < 200 ? 'a' : 'b',
      topic: k % 4 === 0 ? 'given' : undefined,
      prompt: `${rng.sample(subjects[k < 200 ? 0 : k % 2], 3).join(' ')} ${k}`,
    }));
    const context = tiny(requests, { computesTopics: true });
    const { values, detail } = semanticCoverage.accounts!(context);
    expect(semanticCoverage.disabled(context)).toBeNull();
    expect(context.topics.source).toBe('computed');
    expect(values[1]).toBeGreaterThan(values[0]);
    expect(detail(1)).toContain('cells of topic (computed from the prompts) and template');
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
    // Each has 50 cells of 4: 2 * 50 * (1 - C(196, 50) / C(200, 50)).
    expect(found.detail).toContain(
      'Drawn 50 from each account, they cover 68.7 cells; of 511 random groups of as many accounts of the same cohorts the middle 90 % cover 1.0 to 2.0; 0 cover as many or more, 511 as many or fewer.',
    );
    expect(semanticCoverage.operator!(context, context.operators[0])).toEqual(found);
  });

  it('says when an operator covers less than others, and how it lies among random unions', () => {
    const crowd = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: 20 }, (_, topic) => send(`c${i}`, `t${topic}`, 10)).flat(),
    ).flat();
    const pair = ['o1', 'o2'].flatMap((account) => send(account, 't0', 200));
    const context = tiny([...crowd, ...pair], { operators: [['o1', 'o2']] });
    const found = semanticCoverage.operator!(context, context.operators[0])!;
    expect(found.value).toBeCloseTo(1, 12);
    // None of 40 others: p = 1 / 41, times two looks.
    expect(found.bits).toBeCloseTo(Math.log2(41 / 2) * (400 / 450), 12);
    expect(found.detail).toContain('none shows as narrow a coverage');
    expect(found.detail).toContain('511 cover as many or more, 0 as many or fewer.');
  });

  it('is off without topics and prompts, and where all fall into one cell', () => {
    for (const requests of [[{ account: 'a' }], send('a', undefined, 5)])
      expect(semanticCoverage.disabled(tiny(requests, { computesTopics: true }))).toBe(
        'The requests carry neither topics nor prompts that differ enough to compute topics from.',
      );
    expect(semanticCoverage.disabled(tiny(send('a', 'x', 5)))).toMatch(/^All requests fall into one cell/);
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
