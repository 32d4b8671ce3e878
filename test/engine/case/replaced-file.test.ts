import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { OpenOptions } from '../../../electron/engine/case/database.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { newCase } from '../support.ts';

let replace = (): void => {};

// What happens at the path while opening waits for the lock of another program.
vi.mock('../../../electron/engine/case/database.ts', async (original) => {
  const real = await original<typeof import('../../../electron/engine/case/database.ts')>();
  return {
    ...real,
    openDatabase: (path: string, options: OpenOptions) => {
      const db = real.openDatabase(path, options);
      replace();
      return db;
    },
  };
});

test('a file that was replaced while it was opened is not written to, nor is the new one', async () => {
  const made = await newCase();
  const { path } = made;
  await made.close();
  copyFileSync(path, `${path}.new`);
  const bytes = readFileSync(path);
  replace = () => renameSync(`${path}.new`, path);
  await expect(openCase(path, 'tester', null)).rejects.toMatchObject({
    code: 'CASE_LOCKED',
    message: expect.stringContaining('Open it again'),
  });
  replace = () => {};
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(existsSync(`${path}-wal`)).toBe(false);
  await (await openCase(path, 'tester', null)).close();
});
