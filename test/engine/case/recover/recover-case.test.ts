import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { annotate } from '../../../../electron/engine/annotations/annotate.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { openDatabase } from '../../../../electron/engine/case/database.ts';
import type { CaseKey } from '../../../../electron/engine/case/key.ts';
import { openCase } from '../../../../electron/engine/case/open-case.ts';
import { checkPages, recoverCase } from '../../../../electron/engine/case/recover-case.ts';
import { verifyChain } from '../../../../electron/engine/custody/log.ts';
import { listSources } from '../../../../electron/engine/import/sources.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { mergeCase } from '../../../../electron/engine/merge/merge-case.ts';
import { canonical, cli, importCsv, newCase, tempFolder } from '../../support.ts';

// Deriving a key takes half a second, on purpose; what is tested here is what is done with the key.
vi.mock('../../../../electron/engine/case/key.ts', async (original) => ({
  ...(await original<object>()),
  deriveKey: async (passphrase: string, salt: Uint8Array): Promise<CaseKey> => ({
    keyHex: Buffer.from(passphrase.padEnd(32, '.')).toString('hex').slice(0, 64),
    saltHex: Buffer.from(salt).toString('hex'),
  }),
}));

const PAGE = 4096;
const COLUMNS = canonical('timestamp', 'account_id', 'model');

/** 60 notes of a kilobyte, so that the custody log and the history take many pages. */
async function filledCase(passphrase: string | null, rows = 9000): Promise<Case> {
  const open = await newCase(join(tempFolder(), 'case.swcase'), passphrase);
  const lines = Array.from({ length: rows }, (_, i) => `2026-05-04T00:00:00Z,a${i % 50},${Math.sin(i)}`);
  await importCsv(open, `timestamp,account_id,model\n${lines.join('\n')}\n`, COLUMNS);
  for (let i = 0; i < 60; i++)
    annotate(open, `account:a${i % 50}`, 'comment', `note ${i} ${'z'.repeat(1000)}`);
  return open;
}

/** Pages of a table in order, by walking it with SQLite: root, and the leaves it leads to. */
function pagesOf(path: string, key: CaseKey | null, table: string): number[] {
  const db = openDatabase(path, { key, readOnly: true });
  try {
    return db
      .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
      .pluck()
      .all(table) as number[];
  } finally {
    db.close();
  }
}

function spoil(path: string, pages: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes[(page - 1) * PAGE + 2000] ^= 1;
  writeFileSync(path, bytes);
}

async function opened(path: string, passphrase: string | null): Promise<Case> {
  const open = await openCase(path, 'tester', passphrase);
  onTestFinished(() => open.close());
  return open;
}

test('entries of the custody log that are gone are a gap that the case tells of, and it can be worked on', async () => {
  const open = await filledCase('right horse');
  await open.close();
  const { key } = open.access();
  const backup = join(tempFolder(), 'backup.swcase');
  copyFileSync(open.path, backup);
  const leaves = pagesOf(open.path, key, 'custody_log');
  expect(leaves.length).toBeGreaterThan(8);
  spoil(open.path, [leaves[5]]);
  const to = join(tempFolder(), 'new.swcase');
  const told = await recoverCase(open.path, to, 'tester', 'right horse', unwatched);
  expect(readdirSync(dirname(to))).toEqual(['new.swcase']);
  const [gap] = told.custodyGaps;
  expect(told.custodyGaps).toHaveLength(1);
  const lost = (gap.before as number) - gap.after - 1;
  expect(lost).toBeGreaterThan(0);
  expect(told.losses).toEqual([
    { table: 'custody_log', what: 'entries of the custody log', kept: 62 - lost, lost },
  ]);
  const again = await opened(to, 'right horse');
  expect(again.readOnly).toBeNull();
  expect(again.info()).toMatchObject({ recovered: told, id: open.path && expect.any(String) });
  expect(verifyChain(again.db)).toEqual({ entries: expect.any(Number), firstBad: null });
  annotate(again, 'account:a1', 'comment', 'work goes on');
  // A backup from before brings back what is gone.
  expect(await mergeCase(again, backup, 'right horse', false)).toMatchObject({ conflicts: 0 });
});

test('a source of which rows are gone says so, and so does the hash of the data', async () => {
  const open = await filledCase('right horse');
  const { dataHash } = open.info();
  await open.close();
  const db = openDatabase(open.path, { key: open.access().key, readOnly: true });
  // The accounts of the first group of requests: without them its rows are nobody's.
  const page = db
    .prepare(
      "SELECT pageno FROM dbstat WHERE name = 'request_column' AND pagetype = 'leaf' ORDER BY path LIMIT 1",
    )
    .pluck()
    .get() as number;
  db.close();
  spoil(open.path, [page]);
  const to = join(tempFolder(), 'new.swcase');
  const told = await recoverCase(open.path, to, 'tester', 'right horse', unwatched);
  expect(told.requestsLost).toBe(4096);
  const again = await opened(to, 'right horse');
  expect(again.info()).toMatchObject({ counts: { requests: 9000 - 4096 } });
  expect(again.info().dataHash).not.toBe(dataHash);
  expect(listSources(again.db)[0].warnings[0]).toBe(
    'Partly lost: 4,096 of its 9,000 requests were on damaged pages. All figures are of those left. Take the source back and import its file again to have them all.',
  );
});

test('what only the journal of a crashed program holds is saved too', async () => {
  const open = await filledCase('right horse', 100);
  const crashed = join(tempFolder(), 'crashed.swcase');
  for (const suffix of ['', '-wal']) copyFileSync(`${open.path}${suffix}`, `${crashed}${suffix}`);
  const to = join(tempFolder(), 'new.swcase');
  const told = await recoverCase(crashed, to, 'tester', 'right horse', unwatched);
  expect(told).toMatchObject({ losses: [], notes: [], damagedPages: [] });
  expect((await opened(to, 'right horse')).info().counts).toMatchObject({ annotations: 60, requests: 100 });
  // A log that breaks off is taken as far as it goes.
  const wal = readFileSync(`${crashed}-wal`);
  wal[wal.length - PAGE] ^= 1;
  writeFileSync(`${crashed}-wal`, wal);
  const other = join(tempFolder(), 'other.swcase');
  const less = await recoverCase(crashed, other, 'tester', 'right horse', unwatched);
  expect(less.notes).toContain('The journal beside the file breaks off: what was written last is missing.');
  expect((await opened(other, 'right horse')).info().counts.annotations).toBeLessThan(60);
});

test('a wrong passphrase, an existing file and a cancel leave nothing', async () => {
  const open = await filledCase('right horse', 100);
  await open.close();
  const folder = tempFolder();
  const to = join(folder, 'new.swcase');
  const failed = (path: string, passphrase: string | null, signal = unwatched.signal) =>
    expect(recoverCase(path, to, 'tester', passphrase, { ...unwatched, signal })).rejects;
  await failed(open.path, 'wrong horse').toMatchObject({ code: 'WRONG_PASSPHRASE' });
  await failed(open.path, null).toMatchObject({ code: 'WRONG_PASSPHRASE' });
  await failed(open.path, 'right horse', AbortSignal.abort()).toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(to, 'precious');
  await failed(open.path, 'right horse').toMatchObject({ code: 'CASE_EXISTS' });
  expect(readFileSync(to, 'utf8')).toBe('precious');
});

test('a plain case whose very first bytes are gone is still known as one', async () => {
  const open = await filledCase(null, 100);
  await open.close();
  const bytes = readFileSync(open.path);
  bytes.fill(0, 0, PAGE);
  writeFileSync(open.path, bytes);
  await expect(openCase(open.path, 'tester', null)).rejects.toMatchObject({ code: 'CASE_DAMAGED' });
  const found = await checkPages(open.path, null, unwatched);
  expect(found).toMatchObject({ damagedCount: 1, damaged: [{ page: 1, holds: 'the list of tables' }] });
  const to = join(tempFolder(), 'new.swcase');
  await recoverCase(open.path, to, 'tester', null, unwatched);
  expect((await opened(to, null)).info().counts).toMatchObject({ requests: 100, annotations: 60 });
});

test('the command line recovers a case and says what is lost', async () => {
  const open = await filledCase(null, 100);
  await open.close();
  const [page] = pagesOf(open.path, null, 'record').slice(-1);
  const bytes = readFileSync(open.path);
  bytes.fill(0, (page - 1) * PAGE, page * PAGE);
  writeFileSync(open.path, bytes);
  const to = join(tempFolder(), 'new.swcase');
  const { status, stdout } = await cli(['recover', open.path, to]);
  expect(status).toBe(0);
  expect(stdout).toContain('written again from the acts of the history');
  expect(existsSync(to)).toBe(true);
  expect((await cli(['recover', open.path, to])).status).toBe(1);
});
