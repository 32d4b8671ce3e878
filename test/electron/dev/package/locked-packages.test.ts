import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pick, readLock } from '../../../../electron/dev/package/locked-packages.ts';

const root = mkdtempSync(join(tmpdir(), 'stillwatch-lock-'));
afterAll(() => rmSync(root, { recursive: true }));

const packages = {
  '': { name: 'trial' },
  'node_modules/@s/a': {
    version: '1.0.0',
    integrity: 'sha512-a',
    dependencies: { b: '1', c: '1', absent: '1' },
  },
  'node_modules/@s/a/node_modules/b': { version: '1.1.0', dependencies: { c: '1' } },
  'node_modules/b': { version: '2.0.0' },
  'node_modules/c': { name: 'real-c', version: '3.0.0', dependencies: { 'node-addon-api': '8' } },
  'node_modules/node-addon-api': { version: '8.0.0' },
};
writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));

it('finds what a package depends on as Node would, without what only compiles it', async () => {
  const lock = await readLock(root);
  const picked = pick(['node_modules/@s/a'], lock, true);
  expect(picked.map(({ folder, name, version }) => `${folder} ${name} ${version}`)).toEqual([
    'node_modules/@s/a @s/a 1.0.0',
    'node_modules/@s/a/node_modules/b b 1.1.0',
    'node_modules/c real-c 3.0.0',
  ]);
  expect(pick(['node_modules/@s/a'], lock, false)).toHaveLength(1);
});

it('names a package that the lock file does not know', async () => {
  const lock = await readLock(root);
  expect(() => pick(['node_modules/x'], lock, true)).toThrow('package-lock.json knows no node_modules/x');
});
