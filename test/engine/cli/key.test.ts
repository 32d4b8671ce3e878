import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, tempFolder } from '../support.ts';

const ENV = { OLD: 'right horse', NEW: 'new horse' };

test('on the command line a signing key is made once, shown, and given another passphrase', async () => {
  const path = join(tempFolder(), 'okafor.key');
  const run = (...words: string[]) => cli(['key', path, ...words], ENV);
  const made = await run('--passphrase-env', 'OLD', '--owner', 'R. Okafor', '--json');
  const info = JSON.parse(made.stdout);
  expect(info).toMatchObject({ owner: 'R. Okafor', kept: 'passphrase', made: true });
  expect(statSync(path).mode & 0o777).toBe(0o600);

  const before = readFileSync(path);
  const shown = await run('--passphrase-env', 'OLD');
  expect(shown.status).toBe(0);
  expect(shown.stdout).toContain('The key of R. Okafor');
  expect(shown.stdout).toContain(info.fingerprint);
  expect(shown.stdout).toContain(info.publicKey);
  expect(readFileSync(path).equals(before)).toBe(true);

  expect((await run('--passphrase-env', 'OLD', '--new-passphrase-env', 'NEW')).status).toBe(0);
  const old = await run('--passphrase-env', 'OLD');
  expect([old.status, old.stderr]).toEqual([1, expect.stringContaining('This passphrase does not open')]);
  expect(JSON.parse((await run('--passphrase-env', 'NEW', '--json')).stdout)).toEqual({
    ...info,
    made: false,
  });
});

test('a signing key is not made without a passphrase, nor for an owner of two lines, nor given another owner', async () => {
  const path = join(tempFolder(), 'k');
  expect((await cli(['key', path])).status).toBe(2);
  expect((await cli(['key', path, '--passphrase-env', 'OLD', '--owner', 'a\nb'], ENV)).status).toBe(2);
  expect((await cli(['key', path, '--passphrase-env', 'OLD'], ENV)).status).toBe(0);
  expect((await cli(['key', path, '--passphrase-env', 'OLD', '--owner', 'b'], ENV)).status).toBe(2);
});
