import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { draftOf } from '../../../electron/engine/case/draft.ts';
import type { CaseKey } from '../../../electron/engine/case/key.ts';
import { createCase, openCase, reopenCase } from '../../../electron/engine/case/open-case.ts';
import { changePassphrase, compact } from '../../../electron/engine/case/rewrite.ts';
import { checkChain } from '../../../electron/engine/custody/chain.ts';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { searchCustody } from '../../../electron/engine/custody/search.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { canonical, endlessLog, importCsv, NEW_CASE, newCase, tempFolder } from '../support.ts';

// Deriving a key takes half a second, on purpose; what is tested here is what is done with the key.
vi.mock('../../../electron/engine/case/key.ts', async (original) => ({
  ...(await original<object>()),
  deriveKey: async (passphrase: string, salt: Uint8Array): Promise<CaseKey> => ({
    keyHex: Buffer.from(passphrase.padEnd(32, '.')).toString('hex').slice(0, 64),
    saltHex: Buffer.from(salt).toString('hex'),
  }),
}));

const CANARY = 'canary-7f3a91';
const COLUMNS = canonical('timestamp', 'account_id', 'model');
const ROWS = Array.from({ length: 2000 }, (_, i) => `2026-05-04T00:00:00Z,${CANARY}-${i % 50},m`);
const LOG = `timestamp,account_id,model\n${ROWS.join('\n')}\n`;

async function filledCase(passphrase: string | null): Promise<Case> {
  const open = await newCase(join(tempFolder(), 'case.swcase'), passphrase);
  await importCsv(open, LOG, COLUMNS);
  annotate(open, `account:${CANARY}-0`, 'comment', CANARY);
  return open;
}

const names = (path: string) => readdirSync(dirname(path));
const opens = (path: string, passphrase: string | null) =>
  openCase(path, 'tester', passphrase).then(
    async (open) => {
      await open.close();
      return true;
    },
    () => false,
  );

test.each([
  ['one passphrase to another', 'right horse', 'new horse'],
  ['unencrypted to encrypted', null, 'new horse'],
  ['encrypted to unencrypted', 'right horse', null],
])('from %s: only the new one opens the case, which holds what it held', async (_, current, next) => {
  const open = await filledCase(current);
  const before = open.info();
  const head = readFileSync(open.path).subarray(0, 16);
  const { access } = await changePassphrase(open, current, next, unwatched);
  expect(open.db.open).toBe(false);
  expect(names(open.path)).toEqual(['case.swcase']);
  expect(readFileSync(open.path).includes(CANARY)).toBe(next === null);
  if (current !== null && next !== null)
    expect(readFileSync(open.path).subarray(0, 16).equals(head)).toBe(false);
  expect(await opens(open.path, 'wrong horse')).toBe(next === null);
  if (next !== null) expect(await opens(open.path, current)).toBe(false);
  expect(statSync(open.path).mode & 0o777).toBe(0o600);

  const after = await reopenCase(access, 'tester');
  onTestFinished(() => after.close());
  const { counts, ...rest } = after.info();
  expect(rest).toMatchObject({
    id: before.id,
    encrypted: next !== null,
    dataHash: before.dataHash,
    readOnly: null,
  });
  expect(counts).toMatchObject({ requests: 2000, accounts: 50, annotations: 1 });
  expect(checkChain(custodyEntries(after.db)).firstBad).toBeNull();
  const log = searchCustody(after.db, { action: 'case.passphrase' }, null, 10);
  expect(log).toHaveLength(1);
  expect(JSON.stringify(log)).not.toContain('horse');
  expect(JSON.parse(log[0].detail)).toEqual({
    before: current === null ? 'unencrypted' : 'encrypted',
    after: next === null ? 'unencrypted' : 'encrypted',
  });
});

test('a wrong current passphrase, an empty new one and none for none change nothing', async () => {
  const open = await filledCase('right horse');
  const refused = (of: Case, current: string | null, next: string | null) =>
    expect(changePassphrase(of, current, next, unwatched)).rejects;
  await refused(open, 'wrong horse', 'new').toMatchObject({ code: 'WRONG_PASSPHRASE' });
  await refused(open, null, 'new').toMatchObject({ code: 'WRONG_PASSPHRASE' });
  await refused(open, 'right horse', '').toMatchObject({ code: 'BAD_ARGS' });
  await refused(await newCase(), null, null).toMatchObject({ code: 'BAD_ARGS' });
  expect(open.db.open).toBe(true);
});

test('while another program has the case open it is refused, and the file keeps its bytes', async () => {
  const open = await filledCase('right horse');
  const other = await openCase(open.path, 'other', 'right horse');
  annotate(other, `account:${CANARY}-1`, 'comment', 'still here');
  await expect(changePassphrase(open, 'right horse', 'new', unwatched)).rejects.toMatchObject({
    code: 'CASE_LOCKED',
  });
  expect(searchCustody(other.db, { text: 'still here' }, null, 10)).toHaveLength(1);
  await other.close();
  expect(await opens(open.path, 'right horse')).toBe(true);
  expect(names(open.path)).toEqual(['case.swcase']);
});

test('cancelled, or with a draft that cannot be made, the old file is as it was', async () => {
  const open = await filledCase('right horse');
  await expect(
    changePassphrase(open, 'right horse', 'new', { ...unwatched, signal: AbortSignal.abort() }),
  ).rejects.toMatchObject({ code: 'CANCELLED' });
  const bytes = readFileSync(open.path);
  expect(await opens(open.path, 'right horse')).toBe(true);
  expect(names(open.path)).toEqual(['case.swcase']);
  expect(bytes.includes(CANARY)).toBe(false);
});

test('what a crash left of a draft is gone with the next opening', async () => {
  const open = await filledCase('right horse');
  await open.close();
  writeFileSync(draftOf(open.path), 'half a case');
  const again = await openCase(open.path, 'tester', 'right horse');
  expect(existsSync(draftOf(open.path))).toBe(false);
  writeFileSync(draftOf(open.path), 'half a case');
  const { access } = await changePassphrase(again, 'right horse', 'new horse', unwatched);
  expect(access.key).not.toBeNull();
  expect(names(open.path)).toEqual(['case.swcase']);
});

test('a case opened through a link stays where it is', async () => {
  const open = await filledCase('right horse');
  await open.close();
  const link = join(tempFolder(), 'link.swcase');
  symlinkSync(open.path, link);
  const linked = await openCase(link, 'tester', 'right horse');
  await changePassphrase(linked, 'right horse', 'new horse', unwatched);
  expect(await opens(open.path, 'new horse')).toBe(true);
  expect(await opens(link, 'new horse')).toBe(true);
  expect(names(link)).toEqual(['link.swcase']);
});

test('compacting wins the room of removed requests, and everything else stays', async () => {
  const open = await filledCase('right horse');
  const wide = Array.from({ length: 20_000 }, (_, i) => `2026-05-04T00:00:00Z,a${i},${Math.sin(i)}`);
  const source = await importCsv(open, `timestamp,account_id,model\n${wide.join('\n')}\n`, COLUMNS);
  await removeSource(open, source.sha256, unwatched);
  const before = open.info();
  const { access, bytesBefore, bytesAfter } = await compact(open, unwatched);
  expect(bytesAfter).toBeLessThan(bytesBefore / 2);
  expect(statSync(open.path).size).toBe(bytesAfter);
  const after = await reopenCase(access, 'tester');
  onTestFinished(() => after.close());
  expect(after.info()).toMatchObject({
    dataHash: before.dataHash,
    encrypted: true,
    counts: { ...before.counts, custodyEntries: before.counts.custodyEntries + 2 },
  });
  expect(searchCustody(after.db, { action: 'case.compact' }, null, 10)).toHaveLength(1);
});

test('while an import runs nothing is written anew, and the import goes on', async () => {
  const open = await newCase();
  const stop = new AbortController();
  const running = importFile(open, endlessLog(tempFolder()), canonical('timestamp', 'account_id'), {
    ...unwatched,
    signal: stop.signal,
  });
  const ended = expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(compact(open, unwatched)).rejects.toMatchObject({ code: 'BUSY' });
  expect(open.db.open).toBe(true);
  stop.abort();
  await ended;
});

test('a copy made before opens with the old passphrase alone', async () => {
  const made = await createCase(join(tempFolder(), 'case.swcase'), 'tester', 'right horse', NEW_CASE);
  await made.close();
  const copy = join(tempFolder(), 'copy.swcase');
  copyFileSync(made.path, copy);
  const open = await openCase(made.path, 'tester', 'right horse');
  await changePassphrase(open, 'right horse', 'new horse', unwatched);
  expect([await opens(copy, 'right horse'), await opens(copy, 'new horse')]).toEqual([true, false]);
  expect(() => openDatabase(made.path, { key: null })).toThrow();
});
