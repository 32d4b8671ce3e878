import { join } from 'node:path';
import { expect, test } from 'vitest';
import { choiceOf } from '../../../electron/cli/bundle-options.ts';
import { cli, fileWith, newCase, tempFolder } from '../support.ts';

const ENV = { PASS: 'right horse', SIGN: 'signing horse' };
const KEY = ['--passphrase-env', 'PASS'];
/** Somebody else's: that of minisign's own releases. */
const OTHER_KEY = 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3';
const LOG = `${['timestamp,account_id', ...Array.from({ length: 60 }, (_, i) => `2026-05-04T00:${String(i).padStart(2, '0')}:00Z,ac_${i % 3}_name`)].join('\n')}\n`;

test('a bundle of what options name is written, redacted and signed, and verified for the key that is expected', async () => {
  const folder = tempFolder();
  const [path, bundle, key] = ['case.swcase', 'out.zip', 'mine.key'].map((name) => join(folder, name));
  const run = (...words: string[]) => cli(words, ENV);
  const json = async (...words: string[]) => JSON.parse((await run(...words, '--json')).stdout);
  await run('create', path, ...KEY, '--name', 'Trial');
  await run('import', path, fileWith(LOG), ...KEY);
  const info = await json('key', key, '--passphrase-env', 'SIGN', '--owner', 'R. Okafor');

  const chosen = ['--account', 'ac_1_name,ac_2_name', '--template', 'partner', '--row-limit', '5'];
  const signed = ['--sign-key', key, '--sign-passphrase-env', 'SIGN'];
  const written = await json('export', path, bundle, ...KEY, ...chosen, ...signed, '--recipients', 'Them');
  expect(written).toMatchObject({ bundle, signed: true });
  expect(Object.keys(written).sort()).toEqual(['bundle', 'files', 'sha256', 'signed', 'sizeBytes']);

  const [expected, anyone, other] = await Promise.all([
    json('verify', bundle, '--key', info.publicKey, '--recompute'),
    run('verify', bundle),
    run('verify', bundle, '--key', OTHER_KEY),
  ]);
  expect(expected).toMatchObject({
    ok: true,
    files: written.files,
    problems: [],
    signature: { state: 'expected', fingerprint: info.fingerprint },
    recompute: { problems: [] },
  });
  expect(anyone.status).toBe(0);
  expect(anyone.stdout).toContain('Signed, by a key that nobody here vouched for');
  expect(other.status).toBe(1);
  expect(other.stdout).toContain('Signed by another key than the expected one.');
});

test('a signature needs both the key and its passphrase', async () => {
  const result = await cli(['export', 'x.swcase', 'x.zip', '--sign-key', 'x']);
  expect([result.status, result.stdout]).toEqual([2, '']);
  expect(result.stderr).toContain('both --sign-key FILE and --sign-passphrase-env');
});

test('without options a choice is what people marked, and with names only what they name', async () => {
  const open = await newCase();
  expect(choiceOf(open, {})).toMatchObject({ whole: false, findings: [], accounts: [], redaction: false });
  expect(
    choiceOf(open, { whole: true, redact: 'pseudonyms', pap: 'PAP:RED', recipients: ' Them ' }),
  ).toMatchObject({
    whole: true,
    redaction: true,
    handling: 'TLP:AMBER',
    pap: 'PAP:RED',
    recipients: 'Them',
  });
  expect(choiceOf(open, { template: 'partner' })).toMatchObject({ redaction: true, prompts: false });
});

test.each([
  [{ whole: true, account: 'ac_1' }, '--whole takes everything'],
  [{ account: 'nobody' }, 'no account nobody'],
  [{ operator: 'O-99' }, 'no operator O-99'],
  [{ finding: '0198c0de-0000-7000-8000-000000000000' }, 'no finding 0198c0de'],
  [{ template: 'partner', 'include-prompts': true }, 'never holds prompts'],
  [{ redact: 'some' }, '--redact takes one of: pseudonyms'],
  [{ handling: 'TLP:PINK' }, '--handling takes one of: TLP:CLEAR'],
  [{ 'row-limit': 'few' }, '--row-limit takes a whole number'],
  [{ recipients: 'x'.repeat(5001) }, 'too long'],
])('options %j are refused in one sentence', async (options, words) => {
  const open = await newCase();
  expect(() => choiceOf(open, options)).toThrow(words);
});
