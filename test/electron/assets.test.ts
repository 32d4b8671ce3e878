import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAssets } from '../../electron/assets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillwatch-assets-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('lists files by the path the page asks for, with their media types', async () => {
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '');
  await writeFile(join(folder, 'assets', 'index-x.js'), '');
  await writeFile(join(folder, 'assets', 'inter.woff2'), '');
  const assets = await listAssets(folder);
  expect([...assets.keys()].sort()).toEqual(['/assets/index-x.js', '/assets/inter.woff2', '/index.html']);
  expect(assets.get('/assets/index-x.js')).toEqual({
    file: join(folder, 'assets', 'index-x.js'),
    mediaType: 'text/javascript; charset=utf-8',
  });
});

test('leaves out links and files of unknown types', async () => {
  await writeFile(join(folder, 'index.html'), '');
  await writeFile(join(folder, 'notes.txt'), '');
  await symlink('/etc/passwd', join(folder, 'passwd.html'));
  await symlink('/etc', join(folder, 'etc'));
  expect([...(await listAssets(folder)).keys()]).toEqual(['/index.html']);
});

test('a folder that is not there is an error', async () => {
  await expect(listAssets(join(folder, 'missing'))).rejects.toThrow('ENOENT');
});
