import { describe, expect, it } from 'vitest';
import type { Capability } from '../../../../electron/engine/analysis/content/capability-rules.ts';
import { capabilityConcentration } from '../../../../electron/engine/analysis/signals/s3-capability-concentration.ts';
import { onePopulation, operatorsAbove } from './one-population.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const send = (account: string, capability: Capability, times: number): TinyRequest[] =>
  Array.from({ length: times }, () => ({ account, capability }));

describe('capability concentration', () => {
  it('sums p log2(p / q) of the classes of high value above the cohort', () => {
    const { values, detail } = capabilityConcentration.accounts!(
      tiny([...send('a', 'coding', 60), ...send('b', 'writing', 60), ...send('few', 'math', 49)]),
    );
    // The mix: a, b and an even one: coding and writing 1.1 / 3, others 0.1 / 3.
    const coding = 1.1 / 3;
    const p = (60 + 20 * coding) / 80;
    expect(values[0]).toBeCloseTo(p * Math.log2(p / coding), 12);
    expect(values[1]).toBe(0);
    expect(values[2]).toBeNaN();
    expect(detail(0)).toBe(
      '100 % of 60 requests draw on coding, 2.7 times the mean share of its cohort (37 %).',
    );
    expect(detail(1)).toBe('No capability of high training value stands above its cohort in 60 requests.');
  });

  it('weighs the mix of an operator as a whole', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => send(`c${i}`, 'writing', 100)).flat();
    const pair = [...send('o1', 'math', 100), ...send('o2', 'writing', 100)];
    const context = tiny([...crowd, ...pair], { operators: [['o1', 'o2']] });
    const found = capabilityConcentration.operator!(context, context.operators[0])!;
    const math = 0.1 / 31;
    const p = (100 + 20 * math) / 220;
    expect(found.value).toBeCloseTo(p * Math.log2(p / math), 12);
    expect(found.bits).toBeCloseTo(Math.log2(31) * 0.8, 12);
    expect(found.detail).toContain('50 % of 200 requests draw on math');
  });

  it('is off without texts', () => {
    expect(capabilityConcentration.disabled(tiny(send('a', 'math', 1)))).toBeNull();
    expect(capabilityConcentration.disabled(tiny(send('a', 'math', 1), { texts: 0 }))).toMatch(
      /cannot be told/,
    );
  });

  it('finds operators of the common population no further off than p says', () => {
    const classes = ['coding', 'math', 'writing', 'translation', 'other'] as const;
    const context = onePopulation(
      2,
      (rng) => ({ main: rng.pick(classes), share: rng.float() }),
      (rng, { main, share }) => ({ capability: rng.chance(share) ? main : rng.pick(classes) }),
    );
    const share = operatorsAbove(capabilityConcentration, context, 3);
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.2);
    expect(operatorsAbove(capabilityConcentration, context, 5)).toBeLessThan(0.07);
  });
});
