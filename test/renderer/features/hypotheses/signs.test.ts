import { expect, test } from 'vitest';
import { cellSign, cellWords, ratingOf } from '../../../../renderer/features/hypotheses/signs.ts';
import { cell } from './matrix.ts';

test('keys 1 to 6 give the ratings in their order, and signs themselves', () => {
  expect(['1', '2', '3', '4', '5', '6'].map(ratingOf)).toEqual(['--', '-', '0', '+', '++', 'n/a']);
  expect(['-', '0', '+'].map(ratingOf)).toEqual(['-', '0', '+']);
  expect(['7', '=', 'n', 'Enter', '12'].map(ratingOf)).toEqual([null, null, null, null, null]);
});

test('a proposal never looks or reads like what is confirmed', () => {
  expect(cellSign(cell('+'))).toBe('+');
  expect(cellSign(cell(null, '+'))).toBe('(+) ?');
  expect(cellSign(cell(null))).toBe('·');
  expect(cellWords(cell('--'))).toBe('confirmed as very inconsistent');
  expect(cellWords(cell(null, '--'))).toBe('not confirmed, proposed as very inconsistent');
  expect(cellWords(cell(null))).toBe('not confirmed, nothing proposed');
});

test('what is confirmed stands even where the analysis proposes otherwise', () => {
  expect(cellSign(cell('-', '++'))).toBe('−');
});
