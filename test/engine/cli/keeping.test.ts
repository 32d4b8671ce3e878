import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, tempFolder } from '../support.ts';

const ENV = { OLD: 'right horse', NEW: 'new horse' };

test('on the command line a case is backed up, given another passphrase, compacted and taken its encryption', async () => {
  const path = join(tempFolder(), 'case.swcase');
  const run = (...words: string[]) => cli(words, ENV);
  await run('create', path, '--passphrase-env', 'OLD');

  const out = join(tempFolder(), 'copy.swcase');
  const backup = await run('backup', path, out, '--passphrase-env', 'OLD', '--json');
  const sha256 = createHash('sha256').update(readFileSync(out)).digest('hex');
  expect(JSON.parse(backup.stdout)).toMatchObject({ out, sha256, fault: null });

  const changed = await run(
    'passphrase',
    path,
    '--passphrase-env',
    'OLD',
    '--new-passphrase-env',
    'NEW',
    '--json',
  );
  expect(JSON.parse(changed.stdout)).toEqual({ case: path, encrypted: true });
  const refused = await run('compact', path, '--passphrase-env', 'OLD');
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('Wrong passphrase')]);
  const compacted = JSON.parse((await run('compact', path, '--passphrase-env', 'NEW', '--json')).stdout);
  expect(compacted.bytesWon).toBe(compacted.bytesBefore - compacted.bytesAfter);

  const plain = await run('passphrase', path, '--passphrase-env', 'NEW', '--unencrypted');
  expect(plain.stdout).toContain('no longer encrypted');
  const log = await run(
    'sql',
    path,
    "SELECT json_extract(entry, '$.action') AS a FROM custody_log",
    '--json',
  );
  const actions = (JSON.parse(log.stdout).rows as string[][]).flat();
  expect(actions.filter((action) => action !== 'case.open')).toEqual([
    'case.create',
    'case.backup',
    'case.passphrase',
    'case.openFailed',
    'case.compact',
    'case.passphrase',
  ]);
  expect(readdirSync(dirname(path))).toEqual(['case.swcase']);
});

test('a new passphrase or none is said on purpose, and never both', async () => {
  for (const words of [
    [],
    ['--new-passphrase-env', 'NEW', '--unencrypted'],
    ['--new-passphrase-env', 'NONE'],
  ])
    expect((await cli(['passphrase', 'case.swcase', ...words], ENV)).status).toBe(2);
});
