import { expect, test } from 'vitest';
import { ariaKeys, keyWords, pressedKey } from '../../../../renderer/frame/commands/keys.ts';

const press = (key: string, held = '', code = '') => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  metaKey: held.includes('m'),
});

test('keys are spelled with their modifiers in one order', () => {
  expect(pressedKey(press('z', 'c'))).toBe('Ctrl+Z');
  expect(pressedKey(press('Z', 'cs'))).toBe('Ctrl+Shift+Z');
  expect(pressedKey(press('ArrowLeft', 'a'))).toBe('Alt+ArrowLeft');
  expect(pressedKey(press('Enter', 's'))).toBe('Shift+Enter');
  expect(pressedKey(press(' '))).toBe('Space');
});

test('a sign is the same however it is typed, a letter the same under Caps Lock', () => {
  expect(pressedKey(press('?', 's'))).toBe('?');
  expect(pressedKey(press('?'))).toBe('?');
  expect(pressedKey(press('R'))).toBe('R');
  expect(pressedKey(press('R', 's'))).toBe('Shift+R');
});

test('the command key of a Mac is Ctrl; a key of another script is known by its place', () => {
  expect(pressedKey(press('k', 'm'))).toBe('Ctrl+K');
  expect(pressedKey(press('л', 'c', 'KeyK'))).toBe('Ctrl+K');
  expect(pressedKey(press('л', '', 'KeyK'))).toBe('Л');
});

test('people read names they know', () => {
  expect(keyWords('Alt+ArrowLeft')).toBe('Alt+Left');
  expect(keyWords('Ctrl+Shift+Z')).toBe('Ctrl+Shift+Z');
  expect(keyWords('Ctrl++')).toBe('Ctrl++');
  expect(keyWords('Ctrl+K', true)).toBe('Cmd+K');
  expect(ariaKeys(['Ctrl+Shift+Z', 'Ctrl+Y'])).toBe('Control+Shift+Z Control+Y');
  expect(ariaKeys(undefined)).toBeUndefined();
});
