import { expect, test } from 'vitest';
import { isTyping } from '../../../renderer/ui/keys.ts';

test('keys are text in fields that take text, and nowhere else', () => {
  expect(isTyping({ tagName: 'INPUT', type: 'search' })).toBe(true);
  expect(isTyping({ tagName: 'INPUT', type: 'password' })).toBe(true);
  expect(isTyping({ tagName: 'TEXTAREA' })).toBe(true);
  expect(isTyping({ tagName: 'SELECT' })).toBe(true);
  expect(isTyping({ tagName: 'DIV', isContentEditable: true })).toBe(true);
  expect(isTyping({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
  expect(isTyping({ tagName: 'BUTTON', type: 'button' })).toBe(false);
  expect(isTyping(null)).toBe(false);
});
