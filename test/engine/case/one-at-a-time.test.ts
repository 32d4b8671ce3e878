import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { createCase, openCase } from '../../../electron/engine/case/open-case.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { canonical, fileWith, importCsv, NEW_CASE, newCase, tempFolder } from '../support.ts';

const PLAIN = canonical('timestamp', 'account_id');

const bigLog = () =>
  fileWith(
    `timestamp,account_id,more\n${Array.from({ length: 300_000 }, (_, i) => `2026-05-04T00:00:00Z,new_${i % 999},text ${i}`).join('\n')}\n`,
  );

test('of two creations at one place one wins, and its case stays', async () => {
  const path = join(tempFolder(), 'case.swcase');
  const made = await Promise.allSettled([
    createCase(path, 'a', 'right horse', NEW_CASE),
    createCase(path, 'b', 'right horse', NEW_CASE),
  ]);
  const [won] = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const [lost] = made.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(lost).toMatchObject({ code: 'CASE_EXISTS' });
  await won.close();
  await (await openCase(path, 'c', 'right horse')).close();
});

test('a second import waits its turn: it is refused while one runs', async () => {
  const open = await newCase();
  const first = importFile(open, bigLog(), PLAIN, unwatched);
  await expect(
    importCsv(open, 'timestamp,account_id\n2026-05-04T00:00:00Z,a\n', PLAIN),
  ).rejects.toMatchObject({
    code: 'BUSY',
  });
  expect((await first).sources[0].stored).toBe(300_000);
});

test('closing a case cancels what runs on it, waits, and leaves one file', async () => {
  const open = await newCase();
  const running = importFile(open, bigLog(), PLAIN, unwatched);
  const settled = expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  await open.close();
  await settled;
  expect(existsSync(`${open.path}-wal`)).toBe(false);
});

test('a file that is refused, or opens for reading only, keeps its bytes', async () => {
  const foreign = join(tempFolder(), 'foreign.swcase');
  const db = openDatabase(foreign, { key: null, mustExist: false });
  db.exec('CREATE TABLE t (a)');
  db.close();
  const broken = join(tempFolder(), 'broken.swcase');
  const made = await newCase(broken);
  await importCsv(made, 'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n', PLAIN);
  await made.close();
  const outside = openDatabase(broken, { key: null });
  outside.exec(
    "DROP TRIGGER custody_log_is_append_only_update; UPDATE custody_log SET hash = 'x' WHERE seq = 1",
  );
  outside.close();
  const before = [foreign, broken].map((path) => readFileSync(path));
  await expect(openCase(foreign, 'a', null)).rejects.toMatchObject({ code: 'NOT_A_CASE' });
  const open = await openCase(broken, 'a', null);
  expect(open.readOnly).toContain('Entry 1');
  await open.close();
  expect([foreign, broken].map((path, i) => readFileSync(path).equals(before[i]))).toEqual([true, true]);
});

test('an empty database is no case', async () => {
  const path = join(tempFolder(), 'empty.swcase');
  const db = openDatabase(path, { key: null, mustExist: false });
  db.exec('CREATE TABLE t (a); DROP TABLE t');
  db.close();
  await expect(openCase(path, 'a', null)).rejects.toMatchObject({ code: 'NOT_A_CASE' });
});
