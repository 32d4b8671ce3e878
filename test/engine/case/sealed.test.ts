import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase, openForeignDatabase, rekey } from '../../../electron/engine/case/database.ts';
import type { CaseKey } from '../../../electron/engine/case/key.ts';
import { reopenCase } from '../../../electron/engine/case/open-case.ts';
import { checkFile } from '../../../electron/engine/case/recover/check-file.ts';
import { Context } from '../../../electron/engine/context.ts';
import { Dispatcher, loadHandlers } from '../../../electron/engine/dispatch.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { prepareTexts } from '../../../electron/engine/texts/prepare.ts';
import type { EngineMessage } from '../../../shared/contract/protocol.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

const KEY: CaseKey = { keyHex: 'b3'.repeat(32), saltHex: '4e'.repeat(16) };
const CANARY = 'canary-7f3a91';
const quiet = { stage: () => undefined, check: () => undefined };

function sealed(path = join(tempFolder(), 'sealed.swcase')) {
  const db = openDatabase(path, { key: KEY, mustExist: false });
  onTestFinished(() => void db.close());
  return { db, path };
}

test('an encrypted file begins with its salt, opens with the raw key alone, and holds no text in any of its files', () => {
  const { db, path } = sealed();
  db.pragma('journal_mode = WAL');
  db.exec(`CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('${CANARY}')`);
  const held = () => readdirSync(dirname(path)).map((name) => readFileSync(join(dirname(path), name)));
  expect(readdirSync(dirname(path)).sort()).toEqual([
    'sealed.swcase',
    'sealed.swcase-shm',
    'sealed.swcase-wal',
  ]);
  for (const bytes of held()) expect(bytes.includes(CANARY)).toBe(false);
  // A rollback journal holds pages as they were before a change.
  db.pragma('journal_mode = DELETE');
  db.exec(`BEGIN IMMEDIATE; UPDATE t SET a = '${CANARY} again'`);
  db.pragma('cache_size = 1');
  db.exec('UPDATE t SET a = a || randomblob(20000)');
  expect(readdirSync(dirname(path))).toContain('sealed.swcase-journal');
  for (const bytes of held()) expect(bytes.includes(CANARY)).toBe(false);
  db.exec('ROLLBACK');
  const head = readFileSync(path).subarray(0, 16);
  expect(head.toString('hex')).toBe(KEY.saltHex);
  expect(head.toString('latin1')).not.toContain('SQLite');
  expect(() => openDatabase(path, { key: { ...KEY, keyHex: 'b4'.repeat(32) } })).toThrow('not a database');
  expect(() => openDatabase(path, { key: null })).toThrow('not a database');
});

test('every connection keeps temporary data in memory, overwrites what is removed and maps no pages', () => {
  const { db, path } = sealed();
  const other = openDatabase(path, { key: KEY, readOnly: true });
  onTestFinished(() => void other.close());
  for (const connection of [db, other])
    expect(
      ['temp_store', 'secure_delete', 'mmap_size', 'trusted_schema', 'cipher'].map((name) =>
        connection.pragma(name, { simple: true }),
      ),
    ).toEqual([2, 1, 0, 0, 'chacha20']);
  rekey(db, null);
  db.close();
  const foreign = openForeignDatabase(path);
  onTestFinished(() => void foreign.close());
  expect(['temp_store', 'mmap_size'].map((name) => foreign.pragma(name, { simple: true }))).toEqual([2, 0]);
});

test('no connection is told to print its statements, the one with the key among them', async () => {
  for await (const file of glob('electron/engine/**/*.ts'))
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/\bverbose\b/);
  const printed = vi.spyOn(console, 'log');
  onTestFinished(() => printed.mockRestore());
  sealed();
  expect(printed).not.toHaveBeenCalled();
});

const onLinux = test.skipIf(process.platform !== 'linux');

/** Files that this process has open and that are gone from their folder, as SQLite's temporary ones are at once. */
function openTemporary(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return /etilqs_/.test(path) ? [path] : [];
    } catch {
      return [];
    }
  });
}

onLinux('a sort larger than the cache spills nothing into a file', () => {
  const { db } = sealed();
  db.exec(
    `CREATE TABLE t (a TEXT);
     INSERT INTO t WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
       SELECT hex(randomblob(500)) || '${CANARY}' FROM n`,
  );
  db.pragma('cache_size = 10');
  const spilled = (store: 'MEMORY' | 'FILE') => {
    db.pragma(`temp_store = ${store}`);
    for (const _ of db.prepare('SELECT a FROM t ORDER BY a').iterate()) return openTemporary().length;
    return 0;
  };
  expect(spilled('MEMORY')).toBe(0);
  // So that the check above can fail.
  expect(spilled('FILE')).toBeGreaterThan(0);
});

test('no word of a removed prompt is left in the file of a closed case', async () => {
  const open = await newCase();
  const mapping = canonical('timestamp', 'account_id', 'prompt_text');
  const rows = Array.from(
    { length: 50 },
    (_, i) => `2026-05-04T00:00:00Z,a${i},${CANARY.replace('-', '')} ${i}`,
  );
  const source = await importCsv(open, `timestamp,account_id,prompt_text\n${rows.join('\n')}\n`, mapping);
  await prepareTexts(open, unwatched);
  open.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(readFileSync(open.path).includes('canary7f3a91')).toBe(true);
  await removeSource(open, source.sha256, unwatched);
  await open.close();
  expect(readFileSync(open.path).includes('canary7f3a91')).toBe(false);
});

test('one flipped byte anywhere is found, and its page named', () => {
  const { db, path } = sealed();
  db.close();
  const made = join(tempFolder(), 'case.swcase');
  mkdirSync(dirname(made), { recursive: true });
  return newCase(made, 'right horse').then(async (open) => {
    await importCsv(
      open,
      `timestamp,account_id\n${Array.from({ length: 3000 }, (_, i) => `2026-05-04T00:00:00Z,a${i}`).join('\n')}\n`,
      canonical('timestamp', 'account_id'),
    );
    await open.close();
    const { key } = open.access();
    const bytes = readFileSync(made);
    const pages = bytes.length / 4096;
    for (let k = 0; k < 40; k++) {
      const at = 24 + ((k * 7919 * 131) % (bytes.length - 24));
      const damaged = Buffer.from(bytes);
      damaged[at] ^= 1 << (k % 8);
      writeFileSync(path, damaged);
      const page = Math.floor(at / 4096) + 1;
      const found = checkFile({ path, key }, quiet);
      expect(found).toMatchObject({ pages, damagedCount: 1 });
      expect(found.damaged.map((one) => one.page)).toEqual([page]);
    }
    writeFileSync(path, bytes);
    expect(checkFile({ path, key }, quiet).damagedCount).toBe(0);
  });
});

test('a case that turns out damaged while it is open says so, not that something went wrong', async () => {
  const open = await newCase(undefined, 'right horse');
  await importCsv(
    open,
    `timestamp,account_id\n${Array.from({ length: 20_000 }, (_, i) => `2026-05-04T00:00:00Z,a${i}`).join('\n')}\n`,
    canonical('timestamp', 'account_id'),
  );
  await open.close();
  const page = rootOf('account', open.access().key as CaseKey, open.path);
  const bytes = readFileSync(open.path);
  bytes[(page - 1) * 4096 + 100] ^= 1;
  writeFileSync(open.path, bytes);
  const context = new Context();
  await context.setCase(await reopenCase(open.access(), 'tester'));
  onTestFinished(() => context.setCase(null));
  const answers: EngineMessage[] = [];
  const dispatcher = new Dispatcher(context, await loadHandlers(), (message) => answers.push(message));
  await dispatcher.receive({ id: 1, name: 'cases.info', args: {} });
  expect(answers).toEqual([
    {
      id: 1,
      ok: false,
      code: 'CASE_DAMAGED',
      message: expect.stringMatching(/^A part of the case file .* damaged/),
    },
  ]);
});

function rootOf(table: string, key: CaseKey, path: string): number {
  const db = openDatabase(path, { key, readOnly: true });
  try {
    return db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table) as number;
  } finally {
    db.close();
  }
}
