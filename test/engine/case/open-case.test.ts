import { copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { createCase, openCase } from '../../../electron/engine/case/open-case.ts';
import { canonical, fileWith, importCsv, NEW_CASE, newCase, tempFolder } from '../support.ts';

const CANARY = 'canary-7f3a91';

async function sealedCase(folder = tempFolder()): Promise<string> {
  const path = join(folder, 'case.swcase');
  const made = await createCase(path, 'tester', 'right horse', { ...NEW_CASE, name: CANARY });
  const rows = Array.from(
    { length: 2000 },
    (_, i) => `2026-05-04T00:00:00Z,${CANARY}-${i % 50},${CANARY} model`,
  );
  await importCsv(
    made,
    `timestamp,account_id,model\n${rows.join('\n')}\n`,
    canonical('timestamp', 'account_id', 'model'),
  );
  annotate(made, `account:${CANARY}-0`, 'comment', CANARY);
  made.close();
  return path;
}

const opening = (path: string, passphrase: string | null = null) => openCase(path, 'tester', passphrase);

test('a case opens again with its passphrase, and is one file when closed', async () => {
  const path = await sealedCase();
  expect(() => statSync(`${path}-wal`)).toThrow();
  const open = await opening(path, 'right horse');
  expect(open.info()).toMatchObject({
    name: CANARY,
    encrypted: true,
    readOnly: null,
    counts: { requests: 2000 },
  });
  open.close();
});

test('neither the file nor its journal holds readable text of an encrypted case', async () => {
  const path = join(tempFolder(), 'case.swcase');
  const made = await newCase(path, 'right horse');
  const rows = Array.from({ length: 500 }, (_, i) => `2026-05-04T00:00:00Z,${CANARY}-${i}`);
  await importCsv(made, `timestamp,account_id\n${rows.join('\n')}\n`, canonical('timestamp', 'account_id'));
  annotate(made, `account:${CANARY}-1`, 'comment', CANARY);
  for (const file of [path, `${path}-wal`]) {
    const bytes = readFileSync(file);
    expect(bytes.length).toBeGreaterThan(0);
    for (const form of ['utf8', 'utf16le'] as const)
      expect(bytes.includes(Buffer.from(CANARY, form))).toBe(false);
  }
});

test('an unencrypted case does hold it, so the check above can fail', async () => {
  const path = join(tempFolder(), 'case.swcase');
  const made = await newCase(path);
  await importCsv(
    made,
    `timestamp,account_id\n2026-05-04T00:00:00Z,${CANARY}\n`,
    canonical('timestamp', 'account_id'),
  );
  made.close();
  expect(readFileSync(path).includes(CANARY)).toBe(true);
});

test('a wrong passphrase is refused in that word, and none at all too', async () => {
  const path = await sealedCase();
  const before = readFileSync(path);
  await expect(opening(path, 'wrong horse')).rejects.toMatchObject({
    code: 'WRONG_PASSPHRASE',
    message: expect.stringMatching(/^Wrong passphrase/),
  });
  await expect(opening(path)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a damaged first page under the right passphrase is damage, not a wrong passphrase', async () => {
  const path = await sealedCase();
  const bytes = readFileSync(path);
  bytes[100] ^= 1;
  writeFileSync(path, bytes);
  await expect(opening(path, 'right horse')).rejects.toMatchObject({
    code: 'CASE_DAMAGED',
    message: expect.stringContaining('page 1'),
  });
  await expect(opening(path, 'wrong horse')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
});

test('a case cut short is damaged', async () => {
  const path = await sealedCase();
  truncateSync(path, 8192);
  await expect(opening(path, 'right horse')).rejects.toMatchObject({ code: 'CASE_DAMAGED' });
});

test('a case of a newer version is refused and left as it is', async () => {
  const path = join(tempFolder(), 'case.swcase');
  (await newCase(path)).close();
  const db = openDatabase(path, { key: null });
  db.pragma('user_version = 99');
  db.close();
  const before = readFileSync(path);
  await expect(opening(path)).rejects.toMatchObject({
    code: 'CASE_FROM_FUTURE',
    message: expect.stringContaining('schema 99'),
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each([
  ['an empty file', '', 'NOT_A_CASE', 'empty'],
  ['a zip', Buffer.from(`504b0304${'00'.repeat(600)}`, 'hex'), 'NOT_A_CASE', 'zip archive'],
  [
    'a log',
    `timestamp,account_id\n${'2026-05-04T00:00:00Z,ac_1\n'.repeat(100)}`,
    'NOT_A_CASE',
    'no Stillwatch case',
  ],
])('%s is no case, in a sentence', async (_, content, code, words) => {
  await expect(opening(fileWith(content, 'x.swcase'))).rejects.toMatchObject({
    code,
    message: expect.stringContaining(words),
  });
});

test('a folder, a missing file and a foreign database are told apart', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'folder.swcase'));
  await expect(opening(join(folder, 'folder.swcase'))).rejects.toThrow('folder');
  await expect(opening(join(folder, 'none.swcase'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const foreign = join(folder, 'foreign.swcase');
  const db = openDatabase(foreign, { key: null, mustExist: false });
  db.exec('CREATE TABLE t (a)');
  db.close();
  await expect(opening(foreign)).rejects.toMatchObject({ code: 'NOT_A_CASE' });
});

test('an existing file is never overwritten, and a failed creation leaves nothing', async () => {
  const path = fileWith('precious', 'case.swcase');
  await expect(createCase(path, 'tester', null, NEW_CASE)).rejects.toMatchObject({ code: 'CASE_EXISTS' });
  expect(readFileSync(path, 'utf8')).toBe('precious');
  const nowhere = join(tempFolder(), 'no', 'case.swcase');
  await expect(createCase(nowhere, 'tester', null, NEW_CASE)).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
  });
});

test('a copy of a closed case opens like the case', async () => {
  const path = await sealedCase();
  const copy = `${path}.copy`;
  copyFileSync(path, copy);
  const open = await opening(copy, 'right horse');
  expect(open.info().counts.annotations).toBe(1);
  open.close();
});
