import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  changePassphrase,
  createKey,
  keyInfo,
  loadKey,
} from '../../../../electron/engine/bundle/sign/key-store.ts';
import {
  formatPublicKey,
  parsePublicKey,
  parseSignature,
  signatureFault,
  signFile,
} from '../../../../electron/engine/bundle/sign/minisign.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const made = {
  owner: 'R. Okafor',
  kept: 'passphrase',
  passphrase: 'correct horse',
  createdUs: 1_700_000_000_000_000,
} as const;

describe('a signing key', () => {
  it('is kept in one file for its owner alone, which does not show it, and signs after it was loaded', async () => {
    const path = folder.path('signing.key');
    const info = await createKey(path, made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.path(''))).toEqual(['signing.key']);
    expect(await keyInfo(path)).toEqual(info);
    expect(info).toMatchObject({ owner: 'R. Okafor', kept: 'passphrase', createdUs: made.createdUs });
    const { owner, secret } = await loadKey(path, 'correct horse');
    expect(owner).toBe('R. Okafor');
    expect(formatPublicKey(secret)).toBe(info.publicKey);
    const { d } = secret.privateKey.export({ format: 'jwk' });
    const seed = Buffer.from(d as string, 'base64url');
    expect(readFileSync(path, 'utf8')).not.toContain(seed.toString('hex'));
    const key = parsePublicKey(info.publicKey);
    const signed = parseSignature(signFile(Buffer.from('x'), secret, 'c'));
    if (!key || typeof signed === 'string') throw new Error('Not read');
    expect(signatureFault(Buffer.from('x'), signed, key)).toBeUndefined();
  });

  it('is another each time, and never written over', async () => {
    const one = await createKey(folder.path('1'), made);
    const two = await createKey(folder.path('2'), made);
    expect(one.publicKey).not.toBe(two.publicKey);
    const before = readFileSync(folder.path('1'));
    await expect(createKey(folder.path('1'), made)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(readFileSync(folder.path('1')).equals(before)).toBe(true);
  });

  it('opens with its passphrase alone, the new one after a change', async () => {
    const path = folder.path('k');
    const { publicKey } = await createKey(path, made);
    await expect(loadKey(path, 'Correct horse')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await expect(changePassphrase(path, 'wrong', 'next')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await changePassphrase(path, 'correct horse', 'next');
    await expect(loadKey(path, 'correct horse')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(formatPublicKey((await loadKey(path, 'next')).secret)).toBe(publicKey);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('says that there is none, and that a folder cannot be read', async () => {
    expect(await keyInfo(folder.path('none'))).toBeNull();
    await expect(loadKey(folder.path('none'), 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(keyInfo(folder.path(''))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('is refused once its file was changed anywhere that counts, and then never called a wrong passphrase', async () => {
    const path = folder.path('k');
    await createKey(path, made);
    const text = readFileSync(path, 'utf8');
    for (let at = 0; at < text.length; at += 1) {
      if (/\s/.test(text[at]) && !text.slice(at - 2, at + 2).includes('O')) continue;
      const turned = String.fromCharCode(text.charCodeAt(at) ^ 1);
      writeFileSync(path, text.slice(0, at) + turned + text.slice(at + 1));
      await expect(keyInfo(path), `character ${at}`).rejects.toMatchObject({ code: 'BAD_ARGS' });
    }
    for (const wrong of ['', '{}', text.slice(0, -10), text.repeat(60), `${text}x`]) {
      writeFileSync(path, wrong);
      await expect(keyInfo(path)).rejects.toMatchObject({ code: 'BAD_ARGS' });
      await expect(loadKey(path, 'correct horse')).rejects.toMatchObject({ code: 'BAD_ARGS' });
    }
  });

  it('does not open under a name or public key that was put in with a fresh checksum', async () => {
    const path = folder.path('k');
    await createKey(path, made);
    await createKey(folder.path('other'), made);
    const { createHash } = await import('node:crypto');
    const { canonicalJson } = await import('../../../../electron/engine/canonical-json.ts');
    const file = JSON.parse(readFileSync(path, 'utf8'));
    const other = JSON.parse(readFileSync(folder.path('other'), 'utf8'));
    for (const change of [{ owner: 'Somebody else' }, { publicKey: other.publicKey }, { kept: 'keychain' }]) {
      const { sha256: _, ...rest } = { ...file, ...change };
      const sha256 = createHash('sha256').update(canonicalJson(rest)).digest('hex');
      writeFileSync(path, JSON.stringify({ ...rest, sha256 }));
      chmodSync(path, 0o600);
      expect(await keyInfo(path)).toMatchObject('owner' in change ? change : {});
      await expect(loadKey(path, 'correct horse')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    }
  });
});
