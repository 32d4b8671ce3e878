import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeychainSecrets, secretName } from '../../electron/keychain.ts';

let folder = '';
let file = '';
let given: Map<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillwatch-keychain-'));
  file = join(folder, 'signing.secret');
  given = new Map();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A keychain that turns bytes around. */
function keychain({
  available = true,
  backend = undefined as 'basic_text' | 'unknown' | 'kwallet6' | 'gnome_libsecret' | undefined,
} = {}) {
  const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const storage = {
    isEncryptionAvailable: () => available,
    encryptString: (text: string) => turned(Buffer.from(text)),
    decryptString: (bytes: Buffer) => {
      const text = turned(bytes).toString();
      if (!/^[0-9a-f]{64}$/.test(text)) throw new Error('Not sealed here');
      return text;
    },
    ...(backend && { getSelectedStorageBackend: () => backend }),
  };
  return new KeychainSecrets(folder, storage, (id, secret) => void given.set(id, secret));
}

describe('a secret in the keychain', () => {
  it('is kept sealed for its owner alone, and given to the engine under an id of its own each time', async () => {
    const secrets = keychain({ backend: 'gnome_libsecret' });
    expect(secrets.state()).toEqual({ usable: true, reason: null });
    const first = (await secrets.create('signing')) as string;
    const secret = given.get(first) as string;
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
    const again = (await keychain({ backend: 'gnome_libsecret' }).take('signing')) as string;
    expect(again).not.toBe(first);
    expect(given.get(again)).toBe(secret);
    const next = (await secrets.create('signing')) as string;
    expect(given.get(next)).not.toBe(secret);
    expect(given.get((await secrets.take('signing')) as string)).toBe(given.get(next));
  });

  it('is refused where it would lie in plain text, or where there is no keychain', async () => {
    for (const secrets of [
      keychain({ backend: 'basic_text' }),
      keychain({ backend: 'unknown' }),
      keychain({ available: false }),
    ]) {
      expect(secrets.state()).toEqual({
        usable: false,
        reason: expect.stringMatching(/^This system has no keychain/),
      });
      expect(await secrets.create('signing')).toBeNull();
      expect(await secrets.take('signing')).toBeNull();
    }
    expect(given.size).toBe(0);
  });

  it('is none where there is no file, or one that the keychain does not open', async () => {
    expect(await keychain().take('signing')).toBeNull();
    writeFileSync(file, 'AAAA\n');
    expect(await keychain().take('signing')).toBeNull();
    expect(given.size).toBe(0);
  });

  it('is refused where another keychain than the one that sealed it answers', async () => {
    await keychain({ backend: 'gnome_libsecret' }).create('signing');
    expect(await keychain({ backend: 'kwallet6' }).take('signing')).toBeNull();
    expect(await keychain({ backend: 'gnome_libsecret' }).take('signing')).not.toBeNull();
  });

  it('is one of its own for each name, and forgotten alone', async () => {
    const secrets = keychain();
    const name = `case-${randomUUID()}` as const;
    const [one, other] = [await secrets.create('signing'), await secrets.create(name)];
    expect(given.get(one as string)).not.toBe(given.get(other as string));
    await secrets.forget(name);
    expect(await secrets.take(name)).toBeNull();
    expect(await secrets.take('signing')).not.toBeNull();
    for (const bad of ['', '../signing', 'case-', 'case-../../x', 'Signing'])
      expect(secretName.safeParse(bad).success).toBe(false);
  });
});
