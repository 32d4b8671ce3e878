import { expect, test } from 'vitest';
import { fileNamePart } from '../../../renderer/ui/file-name.ts';

test('names become parts of file names that reach no other folder', () => {
  expect(fileNamePart('Case 2026-041 · Orchard')).toBe('Case-2026-041-Orchard');
  expect(fileNamePart('../../etc/passwd')).toBe('etc-passwd');
  expect(fileNamePart('a\u202eb')).toBe('a-b');
  expect(fileNamePart('///')).toBe('case');
  expect(fileNamePart('x'.repeat(200))).toHaveLength(80);
});
