import { expect, test } from 'vitest';
import {
  formatBits,
  formatPrior,
  formatScore,
  holdsWords,
  kindWords,
  likelihoodStep,
  needsDecision,
} from '../../../../renderer/features/analysis/words.ts';
import { LIKELIHOODS } from '../../../../shared/contract/analysis.ts';

test('scores in three digits, and none is shown as nothing', () => {
  expect([0, 0.0004, 0.0005, 0.2714, 1].map(formatScore)).toEqual([
    '0.000',
    '< 0.001',
    '0.001',
    '0.271',
    '1.000',
  ]);
});

test('bits carry their sign, and what rounds to nothing has none', () => {
  expect([22.51, -10, 0, 0.04, -0.04].map(formatBits)).toEqual(['+22.5', '−10.0', '0.0', '0.0', '0.0']);
});

test('a prior has the digits that were given', () => {
  expect([0.01, 0.07, 0.0005, 0.5].map(formatPrior)).toEqual(['1 %', '7 %', '0.05 %', '50 %']);
});

test('likelihoods are steps, and those from likely on need a decision', () => {
  expect(LIKELIHOODS.map(likelihoodStep)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(LIKELIHOODS.filter(needsDecision)).toEqual(['likely', 'very likely', 'almost certain']);
});

test('kinds of evidence by name, those without one as they are called', () => {
  expect(kindWords('asn')).toBe('network (ASN)');
  expect(kindWords('new_kind')).toBe('new kind');
});

test('what cannot be told is not said to fail', () => {
  expect([true, false, null].map(holdsWords)).toEqual(['holds', 'does not hold', 'cannot be told']);
});
