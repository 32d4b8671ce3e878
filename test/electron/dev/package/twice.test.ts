import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { differences, findPaths } from '../../../../electron/dev/package/twice.ts';

const root = mkdtempSync(join(tmpdir(), 'stillwatch-paths-'));
afterAll(() => rmSync(root, { recursive: true }));

it('names the files that differ, and those that only one of two packages has', () => {
  expect(differences(['1  a\n2  b\n3  c\n', '1  a\n9  b\n4  d\n'])).toEqual(['b', 'c', 'd']);
  expect(differences(['1  a\n', '1  a\n'])).toEqual([]);
});

it('finds a path in the middle of anything', async () => {
  writeFileSync(join(root, 'clean'), 'node_modules/zod');
  await findPaths(root, ['/home/somebody/checkout']);
  writeFileSync(join(root, 'file.bin'), Buffer.from('\0\xff/home/somebody/checkout/x\0', 'latin1'));
  await expect(findPaths(root, ['/home/somebody/checkout'])).rejects.toThrow('file.bin holds the path');
});
