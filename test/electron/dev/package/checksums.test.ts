import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checksumsOf, filesBelow, sizeOf } from '../../../../electron/dev/package/checksums.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stillwatch-sums-'));
  mkdirSync(join(root, 'b c'));
  writeFileSync(join(root, 'b c', 'file'), 'abc');
  writeFileSync(join(root, 'empty'), '');
});
afterEach(() => rmSync(root, { recursive: true }));

it('lists every file in the form of sha256sum, without an older list', async () => {
  writeFileSync(join(root, 'SHA256SUMS'), 'old');
  expect(await checksumsOf(root)).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b c/file\n' +
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n',
  );
  expect(await sizeOf(root)).toBe(6);
});

it('passes over links that stay inside, and refuses those that lead out', async () => {
  symlinkSync('file', join(root, 'b c', 'inner'));
  expect(await filesBelow(root)).toEqual(['b c/file', 'empty']);
  symlinkSync('/etc/hostname', join(root, 'outer'));
  await expect(filesBelow(root)).rejects.toThrow('outer in the package is no file of its own');
});
