import { expect, test } from 'vitest';
import { safeFileName, withExtension } from '../../electron/file-name.ts';

test.each([
  ['Acme, 2026-03', 'Acme, 2026-03'],
  ['  spaced   out ', 'spaced out'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Windows\\win', 'C Windows win'],
  ['.hidden', 'hidden'],
  ['a\u202Egpj.exe', 'agpj.exe'],
  ['a\u0000b\nc', 'abc'],
  ['name...', 'name'],
  ['Ärger', 'Ärger'],
  ['', 'fallback'],
  ['../..', 'fallback'],
  ['NUL', 'fallback'],
  ['com1.swcase', 'fallback'],
  ['console', 'console'],
])('%j becomes %j', (text, name) => expect(safeFileName(text, 'fallback')).toBe(name));

test('cuts after 100 characters without halving one', () => {
  expect(safeFileName('😀'.repeat(200), 'fallback')).toBe('😀'.repeat(100));
});

test('adds an extension once', () => {
  expect(withExtension('/a/b', '.swcase')).toBe('/a/b.swcase');
  expect(withExtension('/a/b.swcase', '.swcase')).toBe('/a/b.swcase');
  expect(withExtension('/a/b.SWCASE', '.swcase')).toBe('/a/b.SWCASE');
  expect(withExtension('/a/b.zip', '.swcase')).toBe('/a/b.zip.swcase');
});
