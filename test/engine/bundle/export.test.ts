import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { exportBundle } from '../../../electron/engine/bundle/export.ts';
import { openBundle } from '../../../electron/engine/bundle/published/open-bundle.ts';
import { readAbout } from '../../../electron/engine/bundle/published/read-bag.ts';
import { withZipFile } from '../../../electron/engine/bundle/published/zip-file.ts';
import { verifyBundle } from '../../../electron/engine/bundle/verify/verify.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { listRecords } from '../../../electron/engine/records/read.ts';
import { cli, pauseAlways, tempFolder } from '../support.ts';
import { WHOLE } from './published-fixture.ts';
import { tinyCase } from './tiny-case.ts';
import { SIGNER, SIGNER_KEY } from './verify/small-bag.ts';

const custodyOf = (open: Case) =>
  open.db.prepare('SELECT seq, hash, entry FROM custody_log ORDER BY seq').all() as {
    seq: number;
    hash: string;
    entry: string;
  }[];

test('a bundle is written, verifies, and stands in the custody log of the case behind the log that it holds', async () => {
  const { open } = await tinyCase();
  const folder = tempFolder();
  const before = custodyOf(open);
  const { sha256, files, sizeBytes, check } = await exportBundle(open, join(folder, 'b.zip'), unwatched, {
    choice: WHOLE,
  });
  expect(readFileSync(join(folder, 'b.zip'))).toHaveLength(sizeBytes);
  expect(await verifyBundle(join(folder, 'b.zip'))).toEqual(check);
  expect(check).toMatchObject({ ok: true, files, signature: { state: 'none' } });
  const after = custodyOf(open);
  expect(after.slice(0, -1)).toEqual(before);
  expect(JSON.parse(after[after.length - 1].entry)).toMatchObject({
    action: 'bundle.export',
    detail: { file: 'b.zip', sha256, files, whole: true, redaction: false },
  });
  expect(readdirSync(folder)).toEqual(['b.zip']);
});

test('of a signed bundle it is told that the key which signed it is the expected one', async () => {
  const { open } = await tinyCase();
  const path = join(tempFolder(), 'b.zip');
  const { check } = await exportBundle(open, path, unwatched, { choice: WHOLE, key: SIGNER });
  expect(check.signature).toMatchObject({ state: 'expected', publicKey: SIGNER_KEY });
  expect(await verifyBundle(path, { expectedKey: SIGNER_KEY })).toEqual(check);
});

test('wherever it is cancelled, what stood there stays, and nothing else is left', async () => {
  const { open } = await tinyCase();
  const before = custodyOf(open).length;
  pauseAlways();
  let reached = 0;
  let cancelled = 0;
  for (let at = 0; at >= 0; at = at < 12 ? at + 1 : at * 2) {
    const folder = tempFolder();
    writeFileSync(join(folder, 'b.zip'), 'before');
    const stop = new AbortController();
    let calls = 0;
    const job = {
      signal: stop.signal,
      progress: () => {
        if (calls++ === at) stop.abort();
      },
    };
    const done = await exportBundle(open, join(folder, 'b.zip'), job, { choice: WHOLE }).then(
      () => true,
      (error: unknown) => {
        expect(error).toMatchObject({ code: 'CANCELLED' });
        return false;
      },
    );
    reached = Math.max(reached, calls);
    expect(readdirSync(folder)).toEqual(['b.zip']);
    if (done) break;
    cancelled++;
    expect(readFileSync(join(folder, 'b.zip'), 'utf8')).toBe('before');
    expect(custodyOf(open)).toHaveLength(before);
  }
  expect(cancelled).toBeGreaterThan(10);
  expect(reached).toBeGreaterThan(20);
});

test('a place that cannot be written to, and a folder in place of it, are refused with nothing left', async () => {
  const { open } = await tinyCase();
  const folder = tempFolder();
  mkdirSync(join(folder, 'b.zip'));
  await expect(exportBundle(open, join(folder, 'b.zip'), unwatched)).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
  });
  expect(readdirSync(folder)).toEqual(['b.zip']);
  await expect(exportBundle(open, join(folder, 'none', 'b.zip'), unwatched)).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
  });
});

test('a case whose custody chain does not hold is not exported', async () => {
  const { open } = await tinyCase();
  const folder = tempFolder();
  open.db.exec('DROP TRIGGER custody_log_is_append_only_update');
  open.db.exec("UPDATE custody_log SET entry = replace(entry, 'tester', 'nobody') WHERE seq = 2");
  await expect(exportBundle(open, join(folder, 'b.zip'), unwatched)).rejects.toMatchObject({
    code: 'CASE_DAMAGED',
    message: expect.stringContaining('Entry 2'),
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('with redaction no name of an account is in any file, and the log says what its hashes are of', async () => {
  const { open, sha256 } = await tinyCase();
  annotate(open, 'account:ac_77f0', 'comment', 'what ac_77f0 does, and [[account:ac_77f0]]');
  const folder = tempFolder();
  const choice = { ...WHOLE, redaction: true };
  await exportBundle(open, join(folder, 'b.zip'), unwatched, { choice });
  const stored = custodyOf(open);
  await withZipFile(join(folder, 'b.zip'), Error, async (bag) => {
    const read = async (path: string) => (await buffer(bag.read(path))).toString('utf8');
    const about = await readAbout(bag);
    expect(about.redaction?.keyId).toMatch(/^[0-9a-f]{16}$/);
    expect(about.omitted.join(' ')).toContain('only its link to the entry before can be checked');
    const lines = (await read('data/evidence/requests.ndjson')).trimEnd().split('\n');
    const requests = lines.map((line) => JSON.parse(line));
    expect(requests.map(({ source, row, raw, extra }) => [source, row, raw, extra])).toEqual(
      [1, 2, 3, 4].map((row) => [sha256, row, {}, {}]),
    );
    expect(new Set(requests.map(({ account }) => account)).size).toBe(3);
    const custody = (await read('data/provenance/custody.ndjson')).trimEnd().split('\n');
    const entries = custody.map((line) => JSON.parse(line));
    expect(entries.map(({ seq, hash }) => ({ seq, hash }))).toEqual(
      stored.slice(0, entries.length).map(({ seq, hash }) => ({ seq, hash })),
    );
    expect(entries.map(({ entry }) => entry)).not.toEqual(
      stored.slice(0, entries.length).map(({ entry }) => entry),
    );
  });
});

test('a bundle opens as a case that can be read and not changed, and is gone once closed', async () => {
  const { open } = await tinyCase();
  const folder = tempFolder();
  await exportBundle(open, join(folder, 'b.zip'), unwatched, { choice: WHOLE });
  const bundle = await openBundle(join(folder, 'b.zip'), 'reader');
  onTestFinished(() => bundle.close());
  const { counts } = open.info();
  expect(bundle.info()).toMatchObject({
    id: open.info().id,
    name: 'Orchard',
    counts: { ...counts, custodyEntries: counts.custodyEntries - 1 },
    readOnly: expect.stringMatching(/^This is the evidence bundle b\.zip, made 20/),
  });
  expect(listRecords(bundle.db, 'annotation')).toEqual(listRecords(open.db, 'annotation'));
  const counted = await cli(['sql', join(folder, 'b.zip'), 'SELECT count(*) AS n FROM requests', '--json']);
  expect(JSON.parse(counted.stdout)).toMatchObject({ rows: [[4]] });
  expect(() => annotate(bundle, 'account:ac_77f0', 'comment', 'x')).toThrow('which nobody can change');
  const { path } = bundle;
  await bundle.close();
  expect(() => readFileSync(path)).toThrow('ENOENT');
});

test('a bundle that does not verify is refused with its first problems', async () => {
  const { open } = await tinyCase();
  const folder = tempFolder();
  const path = join(folder, 'b.zip');
  await exportBundle(open, path, unwatched, { choice: WHOLE });
  const bytes = readFileSync(path);
  bytes[bytes.indexOf('"fields"') + 3] ^= 1;
  writeFileSync(path, bytes);
  await expect(openBundle(path, 'reader')).rejects.toMatchObject({
    code: 'BAD_BUNDLE',
    message: expect.stringContaining('data/evidence/requests.ndjson does not match'),
  });
  writeFileSync(path, 'no zip');
  await expect(openBundle(path, 'reader')).rejects.toMatchObject({ code: 'BAD_BUNDLE' });
  await expect(openBundle(join(folder, 'none.zip'), 'reader')).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
  });
});
