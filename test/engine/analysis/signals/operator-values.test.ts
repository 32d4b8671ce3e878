import { expect, test } from 'vitest';
import { operatorValues, weighTests } from '../../../../electron/engine/analysis/signals/operator-values.ts';
import { templateConcentration } from '../../../../electron/engine/analysis/signals/s1-template-concentration.ts';
import { registrationBatchSignal } from '../../../../electron/engine/analysis/signals/s18-registration-batch.ts';
import type { OperatorTest } from '../../../../electron/engine/analysis/signals/signal.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { at } from './operator-p.ts';
import { tiny } from './tiny.ts';

const tested = (p: number): OperatorTest => ({ value: 1, n: 9, p, detail: 'Seen.' });

test('tests keep their bits where q is at most 0.1, and both say q', () => {
  const found = weighTests([tested(0.2), tested(0.01), undefined, tested(0.04), tested(Number.NaN)]);
  // Ascending 0.01, 0.04, 0.2 of three: q = 0.01 * 3, 0.04 * 3 / 2, 0.2.
  expect(found).toEqual([
    {
      value: 1,
      n: 9,
      bits: 0,
      detail:
        'Seen. q = 0.2 over 3 operators tested (Benjamini and Hochberg): above 0.1, so it adds no bits.',
    },
    {
      value: 1,
      n: 9,
      bits: -Math.log2(0.01),
      detail: 'Seen. q = 0.03 over 3 operators tested (Benjamini and Hochberg).',
    },
    undefined,
    {
      value: 1,
      n: 9,
      bits: -Math.log2(0.04),
      detail: 'Seen. q = 0.06 over 3 operators tested (Benjamini and Hochberg).',
    },
    { value: 1, n: 9, bits: 0, detail: 'Seen.' },
  ]);
});

test('one small p among many operators is chance', () => {
  const many = (others: number) =>
    weighTests([tested(0.01), ...Array.from({ length: others }, () => tested(1))])[0]?.bits;
  expect(many(9)).toBeCloseTo(-Math.log2(0.01), 12);
  expect(many(10)).toBe(0);
  // 0.02005 * 5, which two digits would round to the limit.
  const [close] = weighTests([tested(0.02005), ...Array.from({ length: 4 }, () => tested(1))]);
  expect(close?.detail).toContain('q = 0.11 over 5');
  expect(weighTests([tested(0)])[0]?.bits).toBe(8);
});

test('of worlds of operators without an effect few have one with bits', () => {
  let worlds = 0;
  for (let seed = 0; seed < 400; seed++) {
    const rng = new Rng(seed);
    const found = weighTests(Array.from({ length: 50 }, () => tested(rng.float())));
    if (found.some((one) => (one?.bits ?? 0) > 0)) worlds++;
  }
  // A tenth, and three standard errors; without the correction nearly all.
  expect(worlds / 400).toBeLessThan(0.1 + 3 * Math.sqrt((0.1 * 0.9) / 400));
  expect(worlds).toBeGreaterThan(10);
});

test('a signal that tests is corrected over the operators of the case, another passes as it is', () => {
  const operators = [['a', 'b', 'c', 'd'], ...Array.from({ length: 9 }, (_, i) => [`o${i}`, `o${19 - i}`])];
  const records = [
    ...Array.from({ length: 20 }, (_, i) => ({ account: `o${i}`, createdUs: at(10 * i) })),
    ...['a', 'b', 'c', 'd'].map((account, k) => ({ account, createdUs: at(55, k / 10) })),
  ];
  const context = tiny([], { records, operators });
  const found = operatorValues(registrationBatchSignal, context);
  expect(found).toHaveLength(10);
  expect(found[0]?.bits).toBeGreaterThan(5);
  expect(found[0]?.detail).toContain('over 10 operators tested (Benjamini and Hochberg).');
  expect(found.slice(1).map((one) => one?.bits)).toEqual(Array.from({ length: 9 }, () => 0));
  expect(operatorValues(templateConcentration, context)).toEqual(
    operators.map((_, o) => templateConcentration.operator?.(context, context.operators[o])),
  );
});
