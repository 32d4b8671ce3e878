import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { KeySecret, SigningState } from '../../../shared/contract/signing.ts';
import { createKey, keyInfo, loadKey, type OwnedKey } from '../bundle/sign/key-store.ts';
import { nowUs } from '../clock.ts';
import type { Context } from '../context.ts';

/** The one signing key of this installation, in the application's own folder. */
const KEY_FILE = 'signing.key';

/** @throws StillwatchError BAD_ARGS where its file is damaged, FILE_UNREADABLE */
export async function signingState({ ownFolder }: Context): Promise<SigningState> {
  return { key: ownFolder === null ? null : await keyInfo(join(ownFolder, KEY_FILE)) };
}

/** @throws StillwatchError CONFLICT where there is a key already, NOT_FOUND for a secret used before, FILE_UNWRITABLE */
export async function createOwnKey(
  context: Context,
  owner: string,
  secret: KeySecret,
): Promise<SigningState> {
  const passphrase = passphraseOf(context, secret);
  await createKey(ownPath(context), { owner, kept: secret.kept, passphrase, createdUs: nowUs() });
  return signingState(context);
}

/** The key for one export. @throws StillwatchError WRONG_PASSPHRASE, NOT_FOUND where there is no key or secret, BAD_ARGS */
export async function openOwnKey(context: Context, secret: KeySecret): Promise<OwnedKey> {
  return loadKey(ownPath(context), passphraseOf(context, secret));
}

/** @throws StillwatchError FILE_UNWRITABLE */
export async function forgetOwnKey(context: Context): Promise<SigningState> {
  try {
    await rm(ownPath(context), { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StillwatchError(
      'FILE_UNWRITABLE',
      `The signing key cannot be removed (${code}). It is as it was. Check that you may write to ${context.ownFolder}.`,
    );
  }
  return { key: null };
}

function passphraseOf(context: Context, secret: KeySecret): string {
  return secret.kept === 'passphrase' ? secret.passphrase : context.takeSecret(secret.secret);
}

function ownPath({ ownFolder }: Context): string {
  if (ownFolder !== null) return join(ownFolder, KEY_FILE);
  throw new StillwatchError('NOT_FOUND', 'There is no folder for a signing key here. Nothing was changed.');
}
