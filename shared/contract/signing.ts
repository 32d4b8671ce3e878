import { z } from 'zod';
import { nothing, read, write } from './define.ts';

/** Who keeps the passphrase of a signing key: a person in the head, or the keychain of the system. */
export const KEPT = ['passphrase', 'keychain'] as const;
export type Kept = (typeof KEPT)[number];

/** Name of the owner of a key, as it stands in signatures: one line. */
export const ownerName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);

/**
 * What opens the signing key: the passphrase a person typed, or a secret that the main process took from the system's
 * keychain and gave to the engine under this id, good for one use (`keychainSecret` of the bridge).
 */
export const keySecret = z.discriminatedUnion('kept', [
  z.strictObject({ kept: z.literal('passphrase'), passphrase: z.string().min(1).max(1000) }),
  z.strictObject({ kept: z.literal('keychain'), secret: z.uuid() }),
]);
export type KeySecret = z.infer<typeof keySecret>;

export interface SigningKeyInfo {
  readonly owner: string;
  readonly createdUs: number;
  readonly kept: Kept;
  /** As `minisign -P` takes it. */
  readonly publicKey: string;
  /** Ten groups of four hex digits. */
  readonly fingerprint: string;
}

export interface SigningState {
  /** The one key of this installation; null when none was made. */
  readonly key: SigningKeyInfo | null;
}

/** Throws BAD_ARGS where the file of the key is damaged. */
export const signingState = read('signing.state', nothing).returns<SigningState>();

/** Makes the key of this installation. Throws CONFLICT where there is one, NOT_FOUND for a secret used before. */
export const createSigningKey = write(
  'signing.create',
  z.strictObject({ owner: ownerName, secret: keySecret }),
).returns<SigningState>();

/** Removes the key for good: what it signed can still be verified, nothing more can be signed with it. */
export const forgetSigningKey = write('signing.forget', nothing).returns<SigningState>();
