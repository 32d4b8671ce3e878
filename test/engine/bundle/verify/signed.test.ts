import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  fingerprint,
  keyOfSeed,
  publicKeyFile,
  signFile,
} from '../../../../electron/engine/bundle/sign/minisign.ts';
import { timeStampRequest } from '../../../../electron/engine/bundle/sign/time-stamp-request.ts';
import { scriptFile } from '../../../../electron/engine/bundle/verify/script-file.ts';
import { verifyBundle } from '../../../../electron/engine/bundle/verify/verify.ts';
import { makeAuthority } from '../sign/authority.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { withTool } from '../with-tool.ts';
import { packed } from './pack.ts';
import { runScript } from './run-script.ts';
import { type Entry, entriesOf, resealed, SIGNER, SIGNER_KEY, SMALL_PAYLOAD, smallBag } from './small-bag.ts';

const folder = temporaryFolder();
const SIGNATURE = 'tagmanifest-sha512.txt.minisig';
const PUBLIC_KEY = 'signing-key.pub';
const STRANGER = keyOfSeed(Buffer.alloc(32, 9));

/** Puts these files into a zip of our form and verifies it, by ours and by the script, which must agree. */
async function verified(entries: readonly Entry[], expectedKey?: string) {
  const path = folder.path('b.zip');
  writeFileSync(path, packed(entries));
  const result = await verifyBundle(path, { expectedKey });
  const script = await runScript(path, expectedKey);
  expect(script.status, script.text).toBe(result.ok ? 0 : 1);
  expect(script.files).toEqual([...new Set(result.problems.map(({ file }) => file))].sort());
  return { ...result, said: script.text };
}

const edited = (entries: readonly Entry[], path: string, edit: (text: string) => string): Entry[] =>
  entries.map((entry) =>
    entry.path === path ? { path, bytes: Buffer.from(edit(entry.bytes.toString())) } : entry,
  );
const without = (entries: readonly Entry[], ...paths: string[]) =>
  entries.filter(({ path }) => !paths.includes(path));

/** As somebody can sign who has a key of his own. */
function signedByStranger(entries: readonly Entry[]): Entry[] {
  const withKey = resealed(edited(entries, PUBLIC_KEY, () => publicKeyFile(STRANGER)));
  const tagManifest = withKey.find(({ path }) => path === 'tagmanifest-sha512.txt')?.bytes ?? Buffer.alloc(0);
  return edited(withKey, SIGNATURE, () => signFile(tagManifest, STRANGER, 'signed by R. Okafor'));
}

describe('a signed bundle', () => {
  it('tells who signed it, and whether that is who was expected, by key or fingerprint', async () => {
    const entries = entriesOf(await smallBag(folder.path('b.zip')));
    const unknown = await verified(entries);
    expect(unknown).toMatchObject({
      ok: true,
      signature: {
        state: 'unknown',
        publicKey: SIGNER_KEY,
        fingerprint: fingerprint(SIGNER.secret),
        comment:
          'tagmanifest-sha512.txt of the evidence bundle of case 0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b, signed 2026-01-01T00:00:00.000000Z by the clock of the signer: R. Okafor',
      },
    });
    expect(unknown.said).toContain(fingerprint(SIGNER.secret));
    expect(unknown.said).toContain('R. Okafor');
    for (const named of [SIGNER_KEY, fingerprint(SIGNER.secret)])
      expect(await verified(entries, named)).toMatchObject({ ok: true, signature: { state: 'expected' } });
    const other = await verified(entries, fingerprint(STRANGER));
    expect(other).toMatchObject({ ok: false, signature: { state: 'other' } });
    expect(other.problems).toEqual([{ file: SIGNATURE, problem: expect.stringMatching(/^is by the key/) }]);
  });

  it('that was edited, with all manifests made again, is found out by its signature', async () => {
    const entries = entriesOf(await smallBag(folder.path('b.zip')));
    const changed = resealed(
      edited(entries, 'data/report.html', (text) => text.replace('Report', 'Rapport')),
    );
    for (const expected of [undefined, SIGNER_KEY]) {
      const { ok, signature, problems } = await verified(changed, expected);
      expect(ok).toBe(false);
      expect(signature).toEqual({ state: 'broken' });
      expect(problems).toEqual([{ file: SIGNATURE, problem: 'does not hold over the file as it is' }]);
    }
  });

  it('that was edited and signed by somebody else holds as his, and not as that of who is expected', async () => {
    const entries = entriesOf(await smallBag(folder.path('b.zip')));
    const changed = signedByStranger(
      edited(entries, 'data/report.html', (text) => text.replace('Report', 'Rapport')),
    );
    expect(await verified(changed)).toMatchObject({
      ok: true,
      signature: { state: 'unknown', fingerprint: fingerprint(STRANGER) },
    });
    expect(await verified(changed, SIGNER_KEY)).toMatchObject({
      ok: false,
      signature: { state: 'other' },
      problems: [{ file: SIGNATURE }],
    });
  });

  it('whose signature was taken away shows that it had one, unless its key and the manifests were changed too', async () => {
    const entries = entriesOf(await smallBag(folder.path('b.zip')));
    const { ok, problems } = await verified(without(entries, SIGNATURE));
    expect(ok).toBe(false);
    expect(problems).toEqual([
      { file: SIGNATURE, problem: expect.stringMatching(/^is missing; signing-key/) },
    ]);
    const stripped = resealed(without(entries, SIGNATURE, PUBLIC_KEY));
    expect(await verified(stripped)).toMatchObject({ ok: true, signature: { state: 'none' } });
    expect(await verified(stripped, SIGNER_KEY)).toMatchObject({
      ok: false,
      signature: { state: 'none' },
      problems: [{ file: SIGNATURE, problem: expect.stringMatching(/a signature was expected/) }],
    });
  });

  it('has nothing in its signature or key that can be changed unseen, the unsigned first line included', async () => {
    const entries = entriesOf(await smallBag(folder.path('b.zip')));
    const changes: [string, (text: string) => string][] = [
      [SIGNATURE, (text) => text.replace('signature by', 'signature of')],
      [SIGNATURE, (text) => text.replace('R. Okafor', 'S. Okafor')],
      [SIGNATURE, (text) => `${text}\n`],
      [SIGNATURE, (text) => text.replaceAll('\n', '\r\n')],
      [SIGNATURE, () => ''],
      [PUBLIC_KEY, (text) => text.replace('public key', 'public  key')],
      [PUBLIC_KEY, () => publicKeyFile(STRANGER)],
    ];
    for (const [path, edit] of changes) {
      const result = await verified(resealed(edited(entries, path, edit)));
      expect(result.ok, path).toBe(false);
      expect(result.problems.map(({ file }) => file)).toContain(path === PUBLIC_KEY ? SIGNATURE : path);
    }
  });

  it('is not checked by what is no key', async () => {
    await smallBag(folder.path('b.zip'));
    await expect(verifyBundle(folder.path('b.zip'), { expectedKey: 'RWnonsense' })).rejects.toMatchObject({
      code: 'BAD_ARGS',
    });
    expect((await runScript(folder.path('b.zip'), 'RWnonsense')).status).toBe(2);
  });

  withTool('minisign', 'is accepted by minisign by the key that the report names', async () => {
    const entries = entriesOf(await smallBag(folder.path('b.zip')));
    for (const { path, bytes } of entries) if (!path.includes('/')) writeFileSync(folder.path(path), bytes);
    const verify = (by: readonly string[]) =>
      execFileSync('minisign', ['-V', '-m', folder.path('tagmanifest-sha512.txt'), ...by]).toString();
    expect(verify(['-P', SIGNER_KEY])).toContain('Signature and comment signature verified');
    expect(verify(['-p', folder.path(PUBLIC_KEY)])).toContain('signer: R. Okafor');
  });
});

describe('a bundle that is not signed', () => {
  it('holds, says so, and shows an edit only where something else in it disagrees', async () => {
    const entries = entriesOf(await smallBag(folder.path('b.zip'), { signed: false }));
    const whole = await verified(entries);
    expect(whole).toMatchObject({ ok: true, signature: { state: 'none' } });
    expect(whole.said).toContain('It is not signed');
    const custody = 'data/provenance/custody.ndjson';
    const inLog = resealed(edited(entries, custody, (text) => text.replace('import.run', 'import.ran')));
    expect(await verified(inLog)).toMatchObject({ ok: false, problems: [{ file: custody }] });
    const head = resealed(
      edited(entries, 'bag-info.txt', (text) => text.replace('Entries: 3', 'Entries: 2')),
    );
    expect(await verified(head)).toMatchObject({ ok: false, problems: [{ file: custody }] });
    // Nothing in a bundle speaks against a report that was rewritten, but making it again.
    const inReport = resealed(
      edited(entries, 'data/report.html', (text) => text.replace('Report', 'Rapport')),
    );
    expect(await verified(inReport)).toMatchObject({ ok: true, signature: { state: 'none' } });
  });
});

describe('a bundle unpacked into a folder', () => {
  async function unpacked(payload = SMALL_PAYLOAD): Promise<string> {
    const entries = entriesOf(await smallBag(folder.path('b.zip'), { payload }));
    for (const { path, bytes } of entries) {
      mkdirSync(dirname(folder.path(`bag/${path}`)), { recursive: true });
      writeFileSync(folder.path(`bag/${path}`), bytes);
    }
    return folder.path('bag');
  }

  it('is verified as the zip is', async () => {
    const bag = await unpacked();
    expect(await verifyBundle(bag, { expectedKey: SIGNER_KEY })).toMatchObject({
      ok: true,
      files: 22,
      signature: { state: 'expected' },
    });
    expect(await runScript(bag, SIGNER_KEY)).toMatchObject({ status: 0 });
  });

  it('is checked by the script that lies in it, from anywhere and without being told where it is', async () => {
    const { path, content } = await scriptFile();
    const bag = await unpacked({ ...SMALL_PAYLOAD, [path]: content });
    expect((await verifyBundle(bag)).ok).toBe(true);
    const run = () =>
      spawnSync(process.execPath, [join(bag, path)], { encoding: 'utf8', env: {}, cwd: folder.path('') });
    expect(run()).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(join(bag, 'data/README.txt'), 'changed');
    const { status, stdout } = run();
    expect(status).toBe(1);
    expect(stdout).toContain('- data/README.txt: does not match');
  });

  it('with a file changed, removed, added or linked is refused for that file', async () => {
    const bag = await unpacked();
    const wrong = async () => {
      const { ok, problems } = await verifyBundle(bag);
      const files = [...new Set(problems.map(({ file }) => file))].sort();
      const script = await runScript(bag);
      expect({ status: script.status, files: script.files }).toEqual({ status: ok ? 0 : 1, files });
      return files;
    };
    expect(await wrong()).toEqual([]);
    symlinkSync('/etc/hostname', join(bag, 'data/link.txt'));
    expect(await wrong()).toEqual(['data/link.txt']);
    writeFileSync(join(bag, 'data/new.txt'), 'x');
    writeFileSync(join(bag, 'data/README.txt'), 'y');
    expect(await wrong()).toEqual(['bag-info.txt', 'data/README.txt', 'data/link.txt', 'data/new.txt']);
  });

  withTool(
    'zip',
    'and packed again by another program is refused for every file, packed or not',
    async () => {
      const bag = await unpacked();
      for (const how of ['-0', '-9']) {
        const path = folder.path(`again${how}.zip`);
        execFileSync('zip', ['-q', '-r', '-X', how, path, '.'], { cwd: bag });
        const { ok, problems } = await verifyBundle(path);
        expect(ok).toBe(false);
        const named = problems.map(({ file }) => file);
        for (const file of Object.keys(SMALL_PAYLOAD)) expect(named).toContain(file);
        expect((await runScript(path)).status).toBe(1);
      }
    },
  );

  withTool('sha256sum', 'passes sha256sum -c and sha512sum -c', async () => {
    const bag = await unpacked();
    for (const name of ['sha256', 'sha512']) {
      for (const file of [`manifest-${name}.txt`, `tagmanifest-${name}.txt`])
        execFileSync(`${name}sum`, ['-c', '--strict', file], { cwd: bag, stdio: 'pipe' });
    }
  });

  withTool(
    'openssl',
    'or a zip with a time stamp beside it tells whose it is, and refuses one of something else',
    async () => {
      const bag = await unpacked();
      const stamp = makeAuthority(folder.path(''));
      const answer = stamp(readFileSync(join(bag, 'tagmanifest-sha512.txt.tsq')));
      const stamped = { state: 'stamped', authority: 'O=Test, CN=Stamps of Test', issuer: 'CN=Root of Test' };
      writeFileSync(join(bag, 'tagmanifest-sha512.txt.tsr'), answer);
      expect(await verifyBundle(bag)).toMatchObject({ ok: true, timeStamp: stamped });
      expect((await runScript(bag)).text).toContain('is not checked by this script');
      expect(await verifyBundle(folder.path('b.zip'))).toMatchObject({
        ok: true,
        timeStamp: { state: 'none' },
      });
      for (const beside of ['tagmanifest-sha512.txt.tsr', 'b.zip.tsr']) {
        writeFileSync(folder.path(beside), answer);
        expect(await verifyBundle(folder.path('b.zip'))).toMatchObject({ ok: true, timeStamp: stamped });
        writeFileSync(folder.path(beside), stamp(timeStampRequest(Buffer.from('else'))));
        expect(await verifyBundle(folder.path('b.zip'))).toMatchObject({
          ok: false,
          timeStamp: { state: 'broken' },
          problems: [{ file: beside, problem: expect.stringMatching(/^stamps something else/) }],
        });
      }
    },
  );
});
