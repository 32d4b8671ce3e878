import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { backUp } from '../../../electron/engine/case/back-up.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { checkCopy } from '../../../electron/engine/case/copy-case.ts';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { checkChain } from '../../../electron/engine/custody/chain.ts';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { searchCustody } from '../../../electron/engine/custody/search.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { mergeCase } from '../../../electron/engine/merge/merge-case.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

const CANARY = 'canary-7f3a91';

async function filledCase(passphrase: string | null = null): Promise<Case> {
  const open = await newCase(join(tempFolder(), 'case.swcase'), passphrase);
  await importCsv(
    open,
    `timestamp,account_id\n2026-05-04T00:00:00Z,${CANARY}\n`,
    canonical('timestamp', 'account_id'),
  );
  return open;
}

const out = () => join(tempFolder(), 'copy.swcase');
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

test('a copy of an encrypted case is encrypted, opens with its passphrase, and the log names its hash', async () => {
  const open = await filledCase('right horse');
  const before = open.info();
  const path = out();
  const made = await backUp(open, path, unwatched);
  expect(made).toEqual({
    bytes: statSync(path).size,
    sha256: sha256(path),
    custodyEntries: before.counts.custodyEntries,
    fault: null,
  });
  expect(readFileSync(path).includes(CANARY)).toBe(false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(path))).toEqual(['copy.swcase']);
  const [entry] = searchCustody(open.db, {}, null, 1);
  expect(entry.action).toBe('case.backup');
  expect(JSON.parse(entry.detail)).toEqual({ file: 'copy.swcase', ...made });
  expect(checkChain(custodyEntries(open.db)).firstBad).toBeNull();

  annotate(open, `account:${CANARY}`, 'comment', 'after the copy');
  const copy = await openCase(path, 'tester', 'right horse');
  expect(copy.info()).toMatchObject({
    id: before.id,
    dataHash: before.dataHash,
    counts: { annotations: 0, requests: 1 },
  });
  await copy.close();
});

test('what is only in the journal is in the copy, which needs no journal itself', async () => {
  const open = await filledCase();
  annotate(open, `account:${CANARY}`, 'comment', 'just now');
  expect(statSync(`${open.path}-wal`).size).toBeGreaterThan(0);
  const path = out();
  await backUp(open, path, unwatched);
  // Byte 18 of a database: 1 for a rollback journal, 2 for a write-ahead log.
  expect(readFileSync(path)[18]).toBe(1);
  const copy = openDatabase(path, { key: null, readOnly: true });
  expect(copy.prepare("SELECT body FROM record WHERE kind = 'annotation'").pluck().get()).toContain(
    'just now',
  );
  copy.close();
});

test('a copy can be worked on and merged back', async () => {
  const open = await filledCase();
  const path = out();
  await backUp(open, path, unwatched);
  const copy = await openCase(path, 'Bob', null);
  annotate(copy, `account:${CANARY}`, 'comment', 'from the copy');
  await copy.close();
  expect(await mergeCase(open, path, null, false)).toMatchObject({ added: 1, conflicts: 0 });
});

test('the place of the case and of the files beside it is refused', async () => {
  const open = await filledCase();
  for (const suffix of ['', '-wal', '-journal', '.attempts'])
    await expect(backUp(open, `${open.path}${suffix}`, unwatched)).rejects.toMatchObject({
      code: 'BAD_ARGS',
    });
  await backUp(open, `${open.path}.old`, unwatched);
  expect(existsSync(`${open.path}.old`)).toBe(true);
});

test('a copy that fails or is cancelled leaves what stood there, and no entry', async () => {
  const open = await filledCase();
  const path = out();
  writeFileSync(path, 'precious');
  const entries = open.info().counts.custodyEntries;
  await expect(backUp(open, path, { ...unwatched, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  await expect(backUp(open, join(dirname(path), 'none', 'copy'), unwatched)).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
  });
  mkdirSync(join(dirname(path), 'folder'));
  await expect(backUp(open, join(dirname(path), 'folder'), unwatched)).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
  });
  expect(readFileSync(path, 'utf8')).toBe('precious');
  expect(readdirSync(dirname(path)).sort()).toEqual(['copy.swcase', 'folder']);
  expect(open.info().counts.custodyEntries).toBe(entries);
});

test('a case whose custody chain is broken is copied as it is, and that is said', async () => {
  const open = await filledCase();
  await open.close();
  const outside = openDatabase(open.path, { key: null });
  outside.exec(
    "DROP TRIGGER custody_log_is_append_only_update; UPDATE custody_log SET hash = 'x' WHERE seq = 1",
  );
  outside.close();
  const broken = await openCase(open.path, 'tester', null);
  const path = out();
  const made = await backUp(broken, path, unwatched);
  expect(made).toMatchObject({ fault: 'Entry 1 of the custody log does not hold', sha256: sha256(path) });
  await broken.close();
});

test('a copy that does not hold what was written to it is no copy', async () => {
  const open = await filledCase();
  const path = out();
  await backUp(open, path, unwatched);
  expect(checkCopy(path, null, null).custodyEntries).toBe(open.info().counts.custodyEntries - 1);
  const bytes = readFileSync(path);
  const at = bytes.indexOf('source.import');
  bytes[at] ^= 1;
  writeFileSync(path, bytes);
  expect(() => checkCopy(path, null, null)).toThrow('does not hold what was written');
});
