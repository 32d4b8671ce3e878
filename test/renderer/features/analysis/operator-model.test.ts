import { expect, test } from 'vitest';
import {
  densityWords,
  estimateSpan,
  formatUsd,
  holdingWords,
  linkCount,
  possiblePairs,
  unrefuted,
} from '../../../../renderer/features/analysis/operator-model.ts';
import type { Alternative } from '../../../../shared/contract/analysis.ts';

function alternative(id: string, ...holds: (boolean | null)[]): Alternative {
  return {
    id,
    title: id,
    predictions: holds.map((one, at) => ({ text: `${at}`, holds: one, detail: '' })),
    holding: holds.filter((one) => one === true).length,
    testable: holds.filter((one) => one !== null).length,
  };
}

test('links stand beside those that were possible', () => {
  expect([1, 2, 3, 28].map(possiblePairs)).toEqual([0, 1, 3, 378]);
  expect(linkCount({ density: 1224 / 1225, accounts: Array.from({ length: 50 }, String) })).toBe(1224);
  expect(densityWords({ density: 2 / 3, accounts: ['a', 'b', 'c'] })).toBe('2 of 3 possible links');
});

test('predictions that hold are counted among those that can be told', () => {
  expect(holdingWords(alternative('a', true, true, false))).toBe('2 of 3 hold');
  expect(holdingWords(alternative('b', true, null))).toBe('1 of 1 holds, 1 cannot be told');
  expect(holdingWords(alternative('c', null, null))).toBe('2 cannot be told');
});

test('a reading stands as long as nothing tested speaks against it; one that was not tested does not', () => {
  const readings = [alternative('a', true, null), alternative('b', true, false), alternative('c', null)];
  expect(unrefuted(readings).map(({ id }) => id)).toEqual(['a']);
});

test('money from micro-USD', () => {
  expect([0, 5_000, 314_162, 3_769_938, 1_234_000_000, 45_600_000_000].map(formatUsd)).toEqual([
    '0.00 USD',
    '< 0.01 USD',
    '0.31 USD',
    '3.77 USD',
    '1,234 USD',
    '45.6 k USD',
  ]);
});

test('an interval lies between nothing and its top', () => {
  expect(estimateSpan({ low: 50, value: 80, high: 100 })).toEqual({ low: 0.5, value: 0.8, high: 1 });
  expect(estimateSpan({ low: 0, value: 0, high: 0 })).toEqual({ low: 0, value: 0, high: 0 });
});
