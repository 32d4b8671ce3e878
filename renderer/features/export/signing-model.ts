import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Kept, KeySecret, SigningKeyInfo } from '../../../shared/contract/signing.ts';

/** Whether a bundle is signed, and what opens the key. */
export interface Signing {
  /** null where it stays unsigned. */
  readonly key: SigningKeyInfo | null;
  readonly passphrase: string;
}

export const UNSIGNED: Signing = { key: null, passphrase: '' };

export function isReady({ key, passphrase }: Signing): boolean {
  return key === null || key.kept === 'keychain' || passphrase !== '';
}

/** What opens the key of a bundle that is to be signed. Throws NOT_FOUND where the keychain has nothing. */
export async function secretOf({ key, passphrase }: Signing): Promise<KeySecret | null> {
  if (key === null) return null;
  if (key.kept === 'passphrase') return { kept: 'passphrase', passphrase };
  return ofKeychain(
    await window.stillwatch.keychainSecret('signing'),
    'The keychain of this computer does not give the secret of the signing key. No bundle was written. Unlock it, or export unsigned.',
  );
}

/** What a new key is sealed with. Throws NOT_FOUND where the keychain keeps nothing. */
export async function newSecret(kept: Kept, passphrase: string): Promise<KeySecret> {
  if (kept === 'passphrase') return { kept, passphrase };
  return ofKeychain(
    await window.stillwatch.newKeychainSecret('signing'),
    'The keychain of this computer did not keep a secret, so no key was made. Unlock it, or take a passphrase.',
  );
}

function ofKeychain(secret: string | null, otherwise: string): KeySecret {
  if (secret === null) throw new StillwatchError('NOT_FOUND', otherwise);
  return { kept: 'keychain', secret };
}
