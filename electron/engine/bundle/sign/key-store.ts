import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { KEPT, type Kept, ownerName, type SigningKeyInfo } from '../../../../shared/contract/signing.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { deriveKey, newSalt } from '../../case/key.ts';
import { replaceFile } from '../replace-file.ts';
import {
  fingerprint,
  formatPublicKey,
  keyOfSeed,
  type PublicKey,
  parsePublicKey,
  type SecretKey,
} from './minisign.ts';

/**
 * A signing key in a file of its own, readable by its owner alone (0600): one JSON object with
 *   format     'stillwatch signing key', version 1
 *   owner      whose key it is, createdUs, and how its passphrase is kept: by a person or by the system's keychain
 *   publicKey  as minisign writes it
 *   salt       16 bytes hex, for scrypt with N = 2^17, r = 8, p = 1 (as a case's key)
 *   sealed     hex: nonce (12 bytes), the 32-byte seed under AES-256-GCM, tag (16 bytes); bound to all fields above
 *   sha256     of the canonical JSON of all fields above, so that damage is told apart from a wrong passphrase
 */
const FORMAT = 'stillwatch signing key';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEED_BYTES = 32;
const MAX_FILE_BYTES = 16 * 1024;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const keyFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  owner: ownerName,
  createdUs: z.int(),
  kept: z.enum(KEPT),
  publicKey: z.string().max(100),
  salt: hex(16),
  sealed: hex(NONCE_BYTES + SEED_BYTES + TAG_BYTES),
  sha256: hex(32),
});
type KeyFile = z.infer<typeof keyFile>;
type Head = Omit<KeyFile, 'salt' | 'sealed' | 'sha256'>;

/** A key ready to sign, and whose it is. */
export interface OwnedKey {
  readonly owner: string;
  readonly secret: SecretKey;
}

/** What a bundle tells of who signs it. */
export function signerOf({ owner, secret }: OwnedKey) {
  return { owner, publicKey: formatPublicKey(secret), fingerprint: fingerprint(secret) };
}

export interface NewKey {
  readonly owner: string;
  readonly kept: Kept;
  readonly passphrase: string;
  readonly createdUs: number;
}

/** Makes a key and its file. Throws CONFLICT where there is a file already, FILE_UNWRITABLE, DISK_FULL. */
export async function createKey(
  path: string,
  { owner, kept, passphrase, createdUs }: NewKey,
): Promise<SigningKeyInfo> {
  const there = await stat(path).catch(() => undefined);
  if (there) {
    throw new StillwatchError(
      'CONFLICT',
      `${basename(path)} is there already. Nothing was changed; a signing key is never written over. Choose another name, or forget the key that is there first.`,
    );
  }
  const seed = randomBytes(SEED_BYTES);
  const publicKey = formatPublicKey(keyOfSeed(seed));
  const head: Head = { format: FORMAT, version: 1, owner, createdUs, kept, publicKey };
  await writeKey(path, await seal(head, seed, passphrase));
  return infoOf(head);
}

/** What a key file says of itself, without its passphrase; null where there is none. Throws BAD_ARGS for damage. */
export async function keyInfo(path: string): Promise<SigningKeyInfo | null> {
  const file = await readKey(path);
  return file && infoOf(file);
}

/** Throws WRONG_PASSPHRASE, BAD_ARGS for a damaged file, NOT_FOUND where there is none, FILE_UNREADABLE. */
export async function loadKey(path: string, passphrase: string): Promise<OwnedKey> {
  const { file, seed } = await unseal(path, passphrase);
  return { owner: file.owner, secret: keyOfSeed(seed) };
}

/** Seals the key under another passphrase; the file is replaced whole or not at all. Throws as loadKey. */
export async function changePassphrase(path: string, passphrase: string, next: string): Promise<void> {
  const { file, seed } = await unseal(path, passphrase);
  const { salt: _salt, sealed: _sealed, sha256: _sha256, ...head } = file;
  await writeKey(path, await seal(head, seed, next));
}

async function unseal(
  path: string,
  passphrase: string,
): Promise<{ readonly file: KeyFile; readonly seed: Buffer }> {
  const file = await readKey(path);
  if (!file) {
    throw new StillwatchError('NOT_FOUND', `There is no signing key at ${basename(path)}. Make one first.`);
  }
  const { salt, sealed, sha256: _, ...head } = file;
  const bytes = Buffer.from(sealed, 'hex');
  const { keyHex } = await deriveKey(passphrase, Buffer.from(salt, 'hex'));
  const decipher = createDecipheriv(
    'aes-256-gcm',
    Buffer.from(keyHex, 'hex'),
    bytes.subarray(0, NONCE_BYTES),
  );
  decipher.setAAD(bound(head, salt));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const seed = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new StillwatchError(
      'WRONG_PASSPHRASE',
      file.kept === 'keychain'
        ? 'What the keychain of the system holds does not open the signing key. Nothing was signed. Forget the key and make a new one.'
        : 'This passphrase does not open the signing key. Nothing was signed; the key is as it was. Try again.',
    );
  }
  if (formatPublicKey(keyOfSeed(seed)) !== file.publicKey) throw damaged(path);
  return { file, seed };
}

async function seal(head: Head, seed: Uint8Array, passphrase: string): Promise<KeyFile> {
  const salt = Buffer.from(newSalt()).toString('hex');
  const { keyHex } = await deriveKey(passphrase, Buffer.from(salt, 'hex'));
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(keyHex, 'hex'), nonce);
  cipher.setAAD(bound(head, salt));
  const sealed = Buffer.concat([nonce, cipher.update(seed), cipher.final(), cipher.getAuthTag()]).toString(
    'hex',
  );
  const rest = { ...head, salt, sealed };
  return { ...rest, sha256: checksum(rest) };
}

const bound = (head: Head, salt: string) => Buffer.from(canonicalJson({ ...head, salt }));

const checksum = (rest: Omit<KeyFile, 'sha256'>) =>
  createHash('sha256').update(canonicalJson(rest)).digest('hex');

function infoOf({ owner, createdUs, kept, publicKey }: Head): SigningKeyInfo {
  // Read before: every head that comes here has a public key.
  const key = parsePublicKey(publicKey) as PublicKey;
  return { owner, createdUs, kept, publicKey, fingerprint: fingerprint(key) };
}

function writeKey(path: string, file: KeyFile): Promise<void> {
  return replaceFile(path, undefined, (handle) => handle.writeFile(`${JSON.stringify(file, null, 2)}\n`));
}

async function readKey(path: string): Promise<KeyFile | null> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) throw damaged(path);
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof StillwatchError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return null;
    throw new StillwatchError(
      'FILE_UNREADABLE',
      `${basename(path)} cannot be read (${code}). Check that you may read it.`,
    );
  }
  const parsed = keyFile.safeParse(jsonOf(text));
  if (!parsed.success) throw damaged(path);
  const { sha256, ...rest } = parsed.data;
  // Half a surrogate pair has no canonical form, and no file that was made here holds one.
  const isWhole = rest.owner.isWellFormed() && rest.publicKey.isWellFormed() && checksum(rest) === sha256;
  if (!isWhole || !parsePublicKey(rest.publicKey)) throw damaged(path);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(path: string): StillwatchError {
  return new StillwatchError(
    'BAD_ARGS',
    `${basename(path)} is no signing key of Stillwatch, or it is damaged. Nothing was signed; the file is as it was. Take a copy of it made before, or make a new key.`,
  );
}
