import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import {
  attemptsFile,
  noteFailedAttempt,
  readFailedAttempts,
} from '../../../electron/engine/case/failed-attempts.ts';
import { createCase, openCase } from '../../../electron/engine/case/open-case.ts';
import { checkChain } from '../../../electron/engine/custody/chain.ts';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { searchCustody } from '../../../electron/engine/custody/search.ts';
import { NEW_CASE, newCase, tempFolder } from '../support.ts';

/** Opens an unencrypted case again, and what its log then says beside the opening. */
async function openedAfter(path: string) {
  const open = await openCase(path, 'Ada', null);
  const entries = searchCustody(open.db, {}, null, 50);
  expect(checkChain(custodyEntries(open.db)).firstBad).toBeNull();
  await open.close();
  return entries.map(({ action, detail }) => ({ action, detail: JSON.parse(detail) })).reverse();
}

async function closedCase(): Promise<string> {
  const open = await newCase();
  await open.close();
  return open.path;
}

test('wrong passphrases stand in the log before the opening that follows, once, and the case is one file', async () => {
  const path = join(tempFolder(), 'case.swcase');
  await (await createCase(path, 'Ada', 'right horse', NEW_CASE)).close();
  for (const author of ['Mallory', 'Eve'])
    await expect(openCase(path, author, 'wrong horse')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
  await expect(openCase(path, 'Bob', null)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
  expect(statSync(attemptsFile(path)).mode & 0o777).toBe(0o600);
  expect(readFileSync(attemptsFile(path), 'utf8')).not.toContain('horse');

  const open = await openCase(path, 'Ada', 'right horse');
  const [opened, failed, created] = searchCustody(open.db, {}, null, 50);
  expect([created.action, failed.action, opened.action]).toEqual([
    'case.create',
    'case.openFailed',
    'case.open',
  ]);
  const { attempts, unreadable, full } = JSON.parse(failed.detail);
  expect(attempts.map(({ author }: { author: string }) => author)).toEqual(['Mallory', 'Eve']);
  expect(Math.abs(Date.parse(attempts[0].at) - Date.now())).toBeLessThan(600_000);
  expect({ unreadable, full }).toEqual({ unreadable: 0, full: false });
  expect(checkChain(custodyEntries(open.db)).firstBad).toBeNull();
  await open.close();
  expect(readdirSync(dirname(path))).toEqual(['case.swcase']);
});

test('a hundred attempts are kept, and that there may have been more', async () => {
  const path = await closedCase();
  for (let i = 0; i < 103; i++) await noteFailedAttempt(path, `guest ${i}`);
  const failed = await readFailedAttempts(path);
  expect(failed?.attempts.map(({ author }) => author)).toEqual(
    Array.from({ length: 100 }, (_, i) => `guest ${i}`),
  );
  expect(failed?.full).toBe(true);
});

test('a file of garbage stops no opening, and what is an attempt in it is read', async () => {
  const path = await closedCase();
  const good = '{"at":"2026-05-04T00:00:00Z","author":"Eve"}';
  const lines = [
    '',
    '{',
    '[]',
    'null',
    `{"at":"yesterday","author":"x"}`,
    good,
    `{"at":7}`,
    `${good.slice(0, -1)},"x":1}`,
  ];
  writeFileSync(
    attemptsFile(path),
    Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from([0xff, 0xfe, 0])]),
  );
  await noteFailedAttempt(path, 'Mallory');
  const [, failed] = await openedAfter(path);
  expect(failed.action).toBe('case.openFailed');
  expect(failed.detail.attempts.map(({ author }: { author: string }) => author)).toEqual(['Eve', 'Mallory']);
  expect(failed.detail.unreadable).toBe(7);
  expect(existsSync(attemptsFile(path))).toBe(false);

  writeFileSync(attemptsFile(path), Buffer.alloc(5_000_000, 'x'));
  await noteFailedAttempt(path, 'Mallory');
  expect(statSync(attemptsFile(path)).size).toBe(5_000_000);
  const entries = await openedAfter(path);
  expect(entries.at(-2)).toMatchObject({
    action: 'case.openFailed',
    detail: { attempts: [], unreadable: 1, full: true },
  });
  expect(existsSync(attemptsFile(path))).toBe(false);
});

test('a link is neither read nor written through, and a folder in the way is left', async () => {
  const path = await closedCase();
  const other = join(tempFolder(), 'precious');
  writeFileSync(other, 'precious');
  symlinkSync(other, attemptsFile(path));
  await noteFailedAttempt(path, 'Mallory');
  expect(readFileSync(other, 'utf8')).toBe('precious');
  expect((await openedAfter(path)).map(({ action }) => action)).toEqual(['case.create', 'case.open']);

  rmSync(attemptsFile(path), { force: true });
  mkdirSync(attemptsFile(path));
  await noteFailedAttempt(path, 'Mallory');
  expect((await openedAfter(path)).map(({ action }) => action)).toEqual([
    'case.create',
    'case.open',
    'case.open',
  ]);
});

test('where an attempt cannot be kept, nothing happens', async () => {
  await noteFailedAttempt(join(tempFolder(), 'none', 'case.swcase'), 'Mallory');
  expect(await readFailedAttempts(join(tempFolder(), 'case.swcase'))).toBeNull();
});

test('attempts that could not be removed are written into the log once', async () => {
  const path = await closedCase();
  await noteFailedAttempt(path, 'Mallory');
  const left = readFileSync(attemptsFile(path));
  await openedAfter(path);
  writeFileSync(attemptsFile(path), left);
  const entries = await openedAfter(path);
  expect(entries.map(({ action }) => action)).toEqual([
    'case.create',
    'case.openFailed',
    'case.open',
    'case.open',
  ]);
});

test('a case that opens for reading only leaves them for later', async () => {
  const path = await closedCase();
  await noteFailedAttempt(path, 'Mallory');
  const outside = openDatabase(path, { key: null });
  outside.exec("DROP TRIGGER custody_log_is_append_only_update; UPDATE custody_log SET hash = 'x'");
  outside.close();
  const open = await openCase(path, 'Ada', null);
  expect(open.readOnly).toContain('Entry 1');
  await open.close();
  expect((await readFailedAttempts(path))?.attempts).toHaveLength(1);
});
