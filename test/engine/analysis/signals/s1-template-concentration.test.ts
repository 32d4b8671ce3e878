import { describe, expect, it } from 'vitest';
import { templateConcentration } from '../../../../electron/engine/analysis/signals/s1-template-concentration.ts';
import { onePopulation, operatorsAbove } from './one-population.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const send = (account: string, template: string | undefined, times: number): TinyRequest[] =>
  Array.from({ length: times }, (_, k) => ({ account, template, prompt: `${account} ${template} ${k}` }));

describe('template concentration', () => {
  const requests = [
    ...send('a', 'A', 30),
    ...send('a', 'B', 12),
    ...send('a', 'C', 6),
    ...send('a', 'D', 6),
    ...send('a', undefined, 6),
    ...send('few', 'A', 49),
    { account: 'a' },
  ];

  it('is the share of the three most used templates, drawn to the cohort', () => {
    const { values, n, detail } = templateConcentration.accounts!(tiny(requests));
    // Two accounts are too few to tell a spread: the cohort's rate (48 + 49) / 109 counts as one request.
    expect(values[0]).toBeCloseTo((48 + 97 / 109) / 61, 12);
    expect(values[1]).toBeNaN();
    expect([...n]).toEqual([60, 49]);
    // 60^2 / (30^2 + 12^2 + 6^2 + 6^2 + 6) = 3.2
    expect(detail(0)).toBe(
      '48 of 60 requests (80 %) follow its 3 most used templates; it uses 3.2 templates in effect.',
    );
  });

  it('takes an operator as one and says who uses its templates', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => [
      ...send(`c${i}`, `own ${i}`, 20),
      ...send(`c${i}`, undefined, 80),
    ]).flat();
    const pair = [...send('o1', 'X', 100), ...send('o2', 'X', 60), ...send('o2', undefined, 40)];
    const context = tiny([...crowd, ...pair], { operators: [['o1', 'o2']] });
    const found = templateConcentration.operator!(context, context.operators[0])!;
    expect(found.value).toBeCloseTo(0.8, 12);
    expect(found.n).toBe(200);
    // None of 30 others: p = 1 / 31, and 200 of 250.
    expect(found.bits).toBeCloseTo(Math.log2(31) * 0.8, 12);
    expect(found.detail).toContain(
      '160 of 200 requests (80 %) follow its one template, used by 2 of its 2 accounts',
    );
  });

  it('is off where nothing recurs, and says why', () => {
    expect(templateConcentration.disabled(tiny(requests))).toBeNull();
    expect(templateConcentration.disabled(tiny(send('a', undefined, 60)))).toMatch(/^No prompt recurs/);
    expect(templateConcentration.disabled(tiny([{ account: 'a' }]))).toMatch(/^No request carries a prompt/);
  });

  it('finds operators of the common population no more concentrated than p says', () => {
    const context = onePopulation(
      1,
      (rng) => rng.float(),
      (rng, share, k, account) => ({
        prompt: `${account} ${k}`,
        template: rng.chance(share) ? `t${rng.int(1, 4)}` : undefined,
      }),
    );
    // p < 1/8, with 400 of 450 counted: 8.5 to 12.5 %, and 60 operators.
    const share = operatorsAbove(templateConcentration, context, 3);
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.2);
    expect(operatorsAbove(templateConcentration, context, 5)).toBeLessThan(0.07);
  });
});
