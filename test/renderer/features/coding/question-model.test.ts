import { expect, test } from 'vitest';
import {
  questionProblem,
  typedNumber,
  USUAL_QUESTION,
} from '../../../../renderer/features/coding/question-model.ts';

test('a question that names the operator is refused, however the name is written', () => {
  for (const question of ['Is it O-7?', 'is o-7 one hand', 'Of (O 7)', 'operator O7.', 'Is it Ｏ-７?'])
    expect(questionProblem(question, ['O-7']), question).toMatch(/names the operator \(O-7\)/);
  expect(questionProblem('Part of the NIGHT shift?', ['O-7', 'Night shift'])).toMatch(/\(Night shift\)/);
});

test('a question that only looks like the name is not, and the usual one never is', () => {
  for (const question of ['Is it O-71?', 'Is it FOO-7?', 'Ten of 7?', 'O, 12 of 7'])
    expect(questionProblem(question, ['O-7']), question).toBeNull();
  expect(questionProblem(USUAL_QUESTION, ['O-1', 'O-2'])).toBeNull();
  expect(questionProblem('Why?', ['', '…'])).toBeNull();
  expect(questionProblem('a.b', ['a+b*(c'])).toBeNull();
});

test('a question must ask something', () => {
  expect(questionProblem('  ', ['O-7'])).toMatch(/need a question/);
});

test('numbers are whole and within their limits', () => {
  expect(typedNumber(' 20 ', 2, 1000)).toBe(20);
  expect(typedNumber('4294967295', 0, 0xffff_ffff)).toBe(0xffff_ffff);
  for (const text of ['1', '1001', '', '-3', '2.5', '1e2', '99999999999'])
    expect(typedNumber(text, 2, 1000), text).toBeNull();
});
