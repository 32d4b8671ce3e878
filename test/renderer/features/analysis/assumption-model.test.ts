import { expect, test } from 'vitest';
import {
  heldWords,
  PRIOR_STEPS,
  priorStep,
  rangeText,
  rangeWords,
  typedPrior,
  typedRange,
} from '../../../../renderer/features/analysis/assumption-model.ts';
import { assumptionProblem, DEFAULT_ASSUMPTIONS } from '../../../../shared/assumptions.ts';

test('every step of the slider can be assumed, and each is its own nearest', () => {
  expect(PRIOR_STEPS.map((value) => assumptionProblem({ name: 'prior', value }))).toEqual(
    PRIOR_STEPS.map(() => null),
  );
  expect(PRIOR_STEPS.map(priorStep)).toEqual(PRIOR_STEPS.map((_, step) => step));
  expect(PRIOR_STEPS[priorStep(0.03)]).toBe(0.02);
  expect(PRIOR_STEPS[priorStep(0.035)]).toBe(0.05);
});

test('a percentage as typed, with a point or a comma, or why it is none', () => {
  expect(typedPrior(' 2.5 ')).toEqual({ share: 0.025 });
  expect(typedPrior('0,5')).toEqual({ share: 0.005 });
  expect(typedPrior('0.01')).toEqual({ share: 0.0001 });
  expect(typedPrior('50')).toEqual({ share: 0.5 });
  for (const text of ['0', '0.009', '50.1'])
    expect(typedPrior(text)).toEqual({ problem: 'The prior is a share of accounts from 0.01 % to 50 %.' });
  for (const text of ['', '-1', '1e1', '1 %', 'ten'])
    expect(typedPrior(text)).toEqual({ problem: 'Type a percentage, such as 1.' });
});

test('a range is typed in percent for shares and in USD for prices', () => {
  expect(rangeText('kept', { low: 0.07, value: 0.55, high: 1 })).toEqual({
    low: '7',
    value: '55',
    high: '100',
  });
  expect(typedRange('kept', { low: '7', value: '55', high: '100' })).toEqual({
    range: { low: 0.07, value: 0.55, high: 1 },
  });
  expect(typedRange('inputPrice', { low: '0,25', value: '3', high: '15' })).toEqual({
    range: DEFAULT_ASSUMPTIONS.inputPrice,
  });
  expect(typedRange('kept', { low: '60', value: '55', high: '100' })).toEqual({
    problem: 'The low end must not be above the best guess.',
  });
  expect(typedRange('kept', { low: '', value: '55', high: '100' })).toEqual({
    problem: 'Type a number in each of the three fields, such as 0.8.',
  });
  expect(rangeWords('kept', DEFAULT_ASSUMPTIONS.kept)).toBe('50 – 100, best guess 80');
});

test('a score that is held down says so', () => {
  expect(heldWords({ evidence: 1, together: 1, most: 0.55 })).toBe('held at 0.55 or less');
  expect(heldWords({ evidence: 1, together: 0.5, most: 1 })).toBe('');
  expect(heldWords(undefined)).toBe('');
});
