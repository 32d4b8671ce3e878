import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileSize, MAX_RECENT, parseRecent, RecentCases } from '../../electron/recent.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillwatch-recent-'));
  file = join(folder, 'recent.json');
});
afterEach(() => rm(folder, { recursive: true }));

test('no file is an empty list', async () => {
  expect(await new RecentCases(file).list()).toEqual([]);
});

test('remembers the latest first, each case once, across restarts', async () => {
  const recent = new RecentCases(file);
  await recent.remember('/a', 1);
  await recent.remember('/b', 2);
  await recent.remember('/a', 3);
  expect(await new RecentCases(file).list()).toEqual([
    { path: '/a', openedUs: 3 },
    { path: '/b', openedUs: 2 },
  ]);
});

test('keeps the twelve latest', async () => {
  const recent = new RecentCases(file);
  for (let i = 1; i <= 15; i += 1) await recent.remember(`/${i}`, i);
  const paths = (await recent.list()).map(({ path }) => path);
  expect(paths).toHaveLength(MAX_RECENT);
  expect([paths[0], paths.at(-1)]).toEqual(['/15', '/4']);
});

test('changes made at once do not lose each other', async () => {
  const recent = new RecentCases(file);
  await Promise.all([recent.remember('/a', 1), recent.remember('/b', 2), recent.remember('/c', 3)]);
  expect((await recent.list()).map(({ path }) => path)).toEqual(['/c', '/b', '/a']);
});

test('forgets one case', async () => {
  const recent = new RecentCases(file);
  await recent.remember('/a', 1);
  await recent.remember('/b', 2);
  await recent.forget('/a');
  expect((await recent.list()).map(({ path }) => path)).toEqual(['/b']);
});

test('the file is for its owner alone and holds paths and times only', async () => {
  await writeFile(file, '[]', { mode: 0o644 });
  await chmod(file, 0o644);
  await new RecentCases(file).remember('/a', 1);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([{ path: '/a', openedUs: 1 }]);
  expect(await readdir(folder)).toEqual(['recent.json']);
});

test.each(['', '{', 'null', '{"path":"/a"}', '\u0000\u0001', '[1, null, {"path": 3}]'])(
  'a damaged file (%j) is an empty list and is replaced at the next change',
  async (text) => {
    await writeFile(file, text);
    const recent = new RecentCases(file);
    expect(await recent.list()).toEqual([]);
    await recent.remember('/a', 1);
    expect(await recent.list()).toEqual([{ path: '/a', openedUs: 1 }]);
  },
);

test('a write that fails is told, leaves no draft and does not stop later ones', async () => {
  await mkdir(file);
  const recent = new RecentCases(file);
  await expect(recent.remember('/a', 1)).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['recent.json']);
  await rm(file, { recursive: true });
  await recent.remember('/b', 2);
  expect(await recent.list()).toEqual([{ path: '/b', openedUs: 2 }]);
});

test('whole entries survive among broken ones', () => {
  const entries = [
    { path: '/a', openedUs: 1 },
    { path: 'relative', openedUs: 1 },
    { path: '/b', openedUs: -1 },
    { path: '/c', openedUs: 1.5 },
    { path: '/d', openedUs: 1, extra: true },
    { path: '/e', openedUs: 2 },
  ];
  expect(parseRecent(JSON.stringify(entries))).toEqual([entries[0], entries[5]]);
});

test('fileSize knows regular files only', async () => {
  await writeFile(file, 'abc');
  expect(await fileSize(file)).toBe(3);
  expect(await fileSize(folder)).toBeUndefined();
  expect(await fileSize(join(folder, 'missing'))).toBeUndefined();
  expect(await fileSize('/dev/null')).toBeUndefined();
  expect(await fileSize('/a\u0000b')).toBeUndefined();
});
