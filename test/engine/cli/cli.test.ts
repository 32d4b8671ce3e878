import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cli, endlessLog, MAIN, tempFolder } from '../support.ts';

const ENV = { PASS: 'right horse' };
const KEY = ['--passphrase-env', 'PASS'];

const LOG = `${[
  'when,who,model,out',
  ...Array.from(
    { length: 300 },
    (_, i) =>
      `2026-05-04 00:${String(i % 60).padStart(2, '0')}:00,ac_${i % 7 === 0 ? 'heavy' : i},m-1,${i}.0`,
  ),
].join('\r\n')}`;
const MAPPING = JSON.stringify({ timestamp: 'when', account_id: 'who', model: 'model', timezone: '+08:00' });

/** A sealed case with one imported log, made by the command line. */
async function imported(): Promise<{ folder: string; path: string; log: string; mapping: string }> {
  const folder = tempFolder();
  const [path, log, mapping] = ['case.swcase', 'log.csv', 'map.json'].map((name) => join(folder, name));
  writeFileSync(log, LOG);
  writeFileSync(mapping, MAPPING);
  expect(await cli(['create', path, ...KEY, '--name', 'Trial', '--json'], ENV)).toMatchObject({
    status: 0,
    stdout: `${JSON.stringify({ case: path, encrypted: true })}\n`,
  });
  const result = await cli(['import', path, log, '--mapping', mapping, ...KEY, '--json'], ENV);
  expect(result.status, result.stderr).toBe(0);
  expect(JSON.parse(result.stdout).sources[0]).toMatchObject({
    file: 'log.csv',
    sha256: createHash('sha256').update(LOG).digest('hex'),
    rowsRead: 300,
    stored: 300,
    duplicates: 0,
    rejected: 0,
  });
  return { folder, path, log, mapping };
}

const json = async (args: readonly string[]) =>
  JSON.parse((await cli([...args, ...KEY, '--json'], ENV)).stdout);

test('the main job: create, import, look, note, export, verify', async () => {
  const { folder, path, log, mapping } = await imported();
  expect((await json(['import', path, log, '--mapping', mapping])).sources[0]).toMatchObject({
    stored: 0,
    alreadyImported: true,
  });
  expect((await json(['accounts', path, '--limit', '1'])).accounts).toMatchObject([
    { account: 'ac_heavy', requests: 43, score: null, operator: null, signals: [] },
  ]);
  expect((await json(['sql', path, 'SELECT count(*) AS n, min(timestamp) FROM requests'])).rows).toEqual([
    [300, '2026-05-03T16:00:00.000000Z'],
  ]);
  expect(
    (await json(['note', path, '--on', 'account:ac_heavy', 'starts on the hour'])).annotation,
  ).toMatchObject({
    on: 'account:ac_heavy',
    kind: 'comment',
  });
  await json(['tag', path, '--on', 'account:ac_1', 'look']);
  const bundle = join(folder, 'out.zip');
  const { sha256, files } = await json(['export', path, bundle]);
  expect(sha256).toBe(createHash('sha256').update(readFileSync(bundle)).digest('hex'));
  expect(files).toBeGreaterThan(10);
  expect(JSON.parse((await cli(['verify', bundle, '--json'])).stdout)).toMatchObject({
    ok: true,
    problems: [],
  });
  expect(statSync(bundle).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(bundle);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(bundle, bytes);
  const broken = await cli(['verify', bundle, '--json']);
  expect(broken.status).toBe(1);
  expect(JSON.parse(broken.stdout).ok).toBe(false);
});

test.each([
  [['create'], 2, 'path of the new case'],
  [['create', 'x.swcase'], 2, 'encrypted'],
  [['fly'], 2, 'no command "fly"'],
  [['accounts', '--what'], 2, 'accounts CASE'],
  [['accounts', '/nonexistent/case.swcase'], 1, 'no case file'],
  [['analyze', '/nonexistent/case.swcase'], 1, 'no case file'],
  [['operators', '/nonexistent/case.swcase'], 1, 'no case file'],
])('%j fails with one sentence', async (args, status, words) => {
  const result = await cli(args);
  expect(result.status).toBe(status);
  expect(result.stderr.trim().split('\n')).toHaveLength(1);
  expect(result.stderr).toContain(words);
  expect(result.stdout).toBe('');
});

test('bad input to an import is told and changes nothing', async () => {
  const { folder, path, log } = await imported();
  mkdirSync(join(folder, 'folder'));
  writeFileSync(join(folder, 'empty.csv'), '');
  for (const [file, words] of [
    ['folder', 'folder'],
    ['empty.csv', 'empty'],
    ['none.csv', 'no file'],
  ]) {
    const result = await cli(['import', path, join(folder, file), ...KEY], ENV);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain(words);
  }
  const unmapped = await cli(['import', path, log, ...KEY], ENV);
  expect(unmapped).toMatchObject({ status: 1, stderr: expect.stringContaining('Nothing was imported') });
  expect((await cli(['accounts', path, ...KEY], { PASS: 'wrong' })).stderr).toMatch(/^Wrong passphrase/);
  expect((await json(['sql', path, 'SELECT count(*) FROM requests'])).rows).toEqual([[300]]);
});

test('a file that the rights do not allow to read, and a place they do not allow to write to, are told', async ({
  skip,
}) => {
  const asRoot = process.getuid?.() === 0;
  const nobody = asRoot ? 65_534 : undefined;
  const folder = tempFolder();
  if (nobody !== undefined) chownSync(folder, nobody, nobody);
  const run = (args: readonly string[]) => cli(args, { HOME: folder }, nobody);
  if ((await run(['help'])).status !== 0) skip('the checkout cannot be read by another user');
  const path = join(folder, 'case.swcase');
  expect((await run(['create', path, '--unencrypted'])).status).toBe(0);
  const log = join(folder, 'log.csv');
  writeFileSync(log, 'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n', { mode: 0o000 });
  const unread = await run(['import', path, log]);
  expect(unread).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/cannot be read.*Nothing was imported/),
  });
  mkdirSync(join(folder, 'closed'), { mode: 0o500 });
  if (nobody !== undefined) chownSync(join(folder, 'closed'), nobody, nobody);
  const unwritten = await run(['create', join(folder, 'closed', 'case.swcase'), '--unencrypted']);
  expect(unwritten).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/cannot be written to.*No case was made/),
  });
});

test('statements that write are refused', async () => {
  const { path } = await imported();
  for (const sql of [
    'DELETE FROM custody_log',
    "ATTACH '/tmp/x.db' AS x",
    'PRAGMA user_version = 7',
    'SELECT 1; SELECT 2',
  ]) {
    const result = await cli(['sql', path, sql, ...KEY], ENV);
    expect(result.status, sql).toBe(1);
  }
});

test('an engine killed in the middle of an import leaves the case with all that was written before', async () => {
  const { folder, path } = await imported();
  await json(['note', path, '--on', 'account:ac_heavy', 'made before']);
  const big = endlessLog(folder);
  const child = spawn(process.execPath, [MAIN, 'import', path, big, ...KEY], {
    env: { ...process.env, ...ENV },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const gone = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  // Part of the rows is in the file by the time a later block is reported.
  child.stderr.on('data', (text) => {
    if (/; [\d,]{7,} rows,/.test(String(text))) child.kill('SIGKILL');
  });
  expect(await gone).toBe('SIGKILL');
  expect((await json(['sql', path, 'SELECT count(*) FROM requests'])).rows).toEqual([[300]]);
  const left = await json([
    'sql',
    path,
    'SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM request_chunk), (SELECT count(*) FROM account)',
  ]);
  expect(left.rows).toEqual([[1, 1, 258]]);
  expect((await json(['sql', path, 'SELECT text FROM annotation'])).rows).toEqual([['made before']]);
  writeFileSync(join(folder, 'next.csv'), 'timestamp,account_id\n2026-05-05T00:00:00Z,new_1\n');
  const next = await json(['import', path, join(folder, 'next.csv')]);
  expect(next.sources[0]).toMatchObject({ stored: 1 });
});

test('a full disk is told, and the case opens with what it held', async ({ skip }) => {
  const disk = join(tempFolder(), 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    skip('a small file system cannot be mounted here');
  }
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  const path = join(disk, 'case.swcase');
  const log = join(tempFolder(), 'big.csv');
  const rows = Array.from({ length: 200_000 }, (_, i) => `2026-05-05T00:00:00Z,new_${i},${Math.sin(i)}`);
  writeFileSync(log, `timestamp,account_id,noise\n${rows.join('\n')}\n`);
  expect((await cli(['create', path, '--unencrypted'])).status).toBe(0);
  const full = await cli(['import', path, log]);
  expect(full).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/disk is full.*Nothing of this file was kept/s),
  });
  expect((await cli(['sql', path, 'SELECT count(*) FROM requests', '--json'])).stdout).toContain(
    '"rows":[[0]]',
  );
});
