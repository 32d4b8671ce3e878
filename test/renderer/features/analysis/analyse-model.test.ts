import { expect, test } from 'vitest';
import { analyseErrors, formOf, parametersOf } from '../../../../renderer/features/analysis/analyse-model.ts';

test('a first analysis assumes one account in a hundred, a later one what the one before did', () => {
  expect(formOf(null)).toEqual({ prior: '1', seed: '1' });
  expect(formOf({ priorShare: 0.07, seed: 12 })).toEqual({ prior: '7', seed: '12' });
  expect(formOf({ priorShare: 0.0005, seed: 0 })).toEqual({ prior: '0.05', seed: '0' });
});

test('what was typed becomes a share, with a point or a comma', () => {
  expect(parametersOf({ prior: ' 2.5 ', seed: '4294967295' })).toEqual({
    priorShare: 0.025,
    seed: 4294967295,
  });
  expect(parametersOf({ prior: '0,5', seed: '0' })).toEqual({ priorShare: 0.005, seed: 0 });
});

test.each(['', '0', '0.009', '50.1', '-1', '1e1', '1 %', 'ten'])('no prior is made of %j', (prior) => {
  const form = { prior, seed: '1' };
  expect(analyseErrors(form)).toEqual({ prior: 'Type a percentage from 0.01 to 50, such as 1.', seed: null });
  expect(parametersOf(form)).toBeNull();
});

test.each(['', '-1', '1.5', '4294967296', 'one'])('no seed is made of %j', (seed) => {
  const form = { prior: '1', seed };
  expect(analyseErrors(form)).toEqual({ prior: null, seed: 'Type a whole number from 0 to 4294967295.' });
  expect(parametersOf(form)).toBeNull();
});

test('the bounds themselves are taken, as the engine takes them', () => {
  expect(parametersOf({ prior: '0.01', seed: '0' })?.priorShare).toBe(0.0001);
  expect(parametersOf({ prior: '50', seed: '0' })?.priorShare).toBe(0.5);
});
