import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatPublicKey } from '../../../electron/engine/bundle/sign/minisign.ts';
import { Context } from '../../../electron/engine/context.ts';
import { loadHandlers } from '../../../electron/engine/dispatch.ts';
import {
  createOwnKey,
  forgetOwnKey,
  openOwnKey,
  signingState,
} from '../../../electron/engine/signing/own-key.ts';
import { createSigningKey } from '../../../shared/contract/signing.ts';
import { tempFolder } from '../support.ts';

function contextIn(folder: string): Context {
  const context = new Context();
  context.ownFolder = folder;
  return context;
}
const typed = { kept: 'passphrase', passphrase: 'correct horse' } as const;
const ID = '11111111-1111-4111-8111-111111111111';

describe('the signing key of the installation', () => {
  it('is made once, opened with its passphrase, and forgotten', async () => {
    const folder = tempFolder();
    const context = contextIn(folder);
    expect(await signingState(context)).toEqual({ key: null });
    const { key } = await createOwnKey(context, 'R. Okafor', typed);
    expect(key).toMatchObject({ owner: 'R. Okafor', kept: 'passphrase' });
    expect(await signingState(contextIn(folder))).toEqual({ key });
    expect(statSync(join(folder, 'signing.key')).mode & 0o777).toBe(0o600);
    await expect(createOwnKey(context, 'Other', typed)).rejects.toMatchObject({ code: 'CONFLICT' });
    const { owner, secret } = await openOwnKey(context, typed);
    expect([owner, formatPublicKey(secret)]).toEqual(['R. Okafor', key?.publicKey]);
    const wrong = openOwnKey(context, { kept: 'passphrase', passphrase: 'x' });
    await expect(wrong).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(await forgetOwnKey(context)).toEqual({ key: null });
    expect(await forgetOwnKey(context)).toEqual({ key: null });
    expect(readdirSync(folder)).toEqual([]);
    await expect(openOwnKey(context, typed)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('kept by the keychain opens with a secret that the main process gave, once', async () => {
    const context = contextIn(tempFolder());
    const fromKeychain = { kept: 'keychain', secret: ID } as const;
    await expect(createOwnKey(context, 'R. Okafor', fromKeychain)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    context.giveSecret(ID, 'ab'.repeat(32));
    expect((await createOwnKey(context, 'R. Okafor', fromKeychain)).key).toMatchObject({ kept: 'keychain' });
    await expect(openOwnKey(context, fromKeychain)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    context.giveSecret(ID, 'ab'.repeat(32));
    expect((await openOwnKey(context, fromKeychain)).owner).toBe('R. Okafor');
    context.giveSecret(ID, 'cd'.repeat(32));
    await expect(openOwnKey(context, fromKeychain)).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
      message: expect.stringContaining('keychain'),
    });
  });

  it('is told to be damaged, and nowhere made without a folder', async () => {
    const context = contextIn(tempFolder());
    writeFileSync(join(context.ownFolder as string, 'signing.key'), 'x');
    await expect(signingState(context)).rejects.toMatchObject({ code: 'BAD_ARGS' });
    expect(existsSync(join(context.ownFolder as string, 'signing.key'))).toBe(true);
    expect(await signingState(new Context())).toEqual({ key: null });
    await expect(createOwnKey(new Context(), 'A', typed)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('has calls that the page can make, and names of one line only', async () => {
    const handlers = await loadHandlers();
    for (const name of ['signing.state', 'signing.create', 'signing.forget'])
      expect(handlers.has(name)).toBe(true);
    for (const owner of ['', ' ', 'a\nb', 'a\u202Eb', 'x'.repeat(201)])
      expect(createSigningKey.args.safeParse({ owner, secret: typed }).success, owner).toBe(false);
    expect(createSigningKey.args.safeParse({ owner: 'Zoë Ōkafor', secret: typed }).success).toBe(true);
  });
});
