import { expect, test } from 'vitest';
import {
  type Assumption,
  assumptionProblem,
  assumptionWords,
  DEFAULT_ASSUMPTIONS,
  percentWords,
} from '../../shared/assumptions.ts';

test('the bounds of a prior are taken, what lies beyond is refused in a sentence', () => {
  const problem = (value: number) => assumptionProblem({ name: 'prior', value });
  expect([0.0001, 0.01, 0.5].map(problem)).toEqual([null, null, null]);
  const sentence = 'The prior is a share of accounts from 0.01 % to 50 %.';
  expect([0, 0.00009, 0.51, -1, Number.NaN].map(problem)).toEqual(Array(5).fill(sentence));
});

test.each([
  ['kept', { low: 0.5, value: 0.5, high: 0.5 }, null],
  ['kept', { low: 0.6, value: 0.5, high: 1 }, 'The low end must not be above the best guess.'],
  ['kept', { low: 0.5, value: 0.9, high: 0.8 }, 'The best guess must not be above the high end.'],
  ['kept', { low: 0.5, value: 0.9, high: 1.01 }, 'The share kept lies from 0 % to 100 %.'],
  ['inputPrice', { low: 0, value: 0, high: 10_000 }, null],
  ['inputPrice', { low: -1, value: 0, high: 1 }, 'A price lies from 0 to 10000 USD a million tokens.'],
  ['outputPrice', { low: 1, value: 2, high: 10_001 }, 'A price lies from 0 to 10000 USD a million tokens.'],
  [
    'outputPrice',
    { low: Number.NaN, value: 2, high: 3 },
    'A price lies from 0 to 10000 USD a million tokens.',
  ],
] as const)('%s %j: %s', (name, value, problem) => {
  expect(assumptionProblem({ name, value })).toBe(problem);
});

test('every default can be assumed, and going back to it', () => {
  for (const [name, value] of Object.entries(DEFAULT_ASSUMPTIONS)) {
    expect(assumptionProblem({ name, value } as Assumption)).toBeNull();
    expect(assumptionProblem({ name, value: null } as Assumption)).toBeNull();
  }
});

test('values in words, without what binary fractions add', () => {
  expect([0.01, 0.0005, 0.55, 0.07].map(percentWords)).toEqual(['1 %', '0.05 %', '55 %', '7 %']);
  expect(assumptionWords({ name: 'prior', value: 0.03 })).toBe('3 % of accounts');
  expect(assumptionWords({ name: 'kept', value: { low: 0.07, value: 0.55, high: 1 } })).toBe(
    '7 % to 100 %, best guess 55 %',
  );
  expect(assumptionWords({ name: 'inputPrice', value: { low: 0.1, value: 3, high: 15 } })).toBe(
    '0.1 to 15 USD a million, best guess 3',
  );
  expect(assumptionWords({ name: 'cover', value: false })).toBe('do not count');
  expect(assumptionWords({ name: 'cover', value: null })).toBe('the default');
});
