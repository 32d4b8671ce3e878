import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { CaseKey } from './key.ts';

const FOLDER = 'case-keys';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;

const hex = z.string().regex(/^[0-9a-f]+$/);
/** `salt` is the SHA-256 of the salt, by which the file of the case is known; the key is sealed. */
const keptKey = z.strictObject({ salt: hex, nonce: hex, tag: hex, sealed: hex });

/**
 * The key of a case, not its passphrase, in the application's own folder under the id of the case, sealed with a secret
 * that the keychain of the system keeps. It opens the case and its copies on this computer for whoever can use the account;
 * the passphrase opens them all the same.
 * @param secret 64 hex digits
 */
export async function keepKey(folder: string, caseId: string, key: CaseKey, secret: string): Promise<void> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, Buffer.from(secret, 'hex'), nonce).setAAD(Buffer.from(caseId));
  const sealed = Buffer.concat([cipher.update(Buffer.from(key.keyHex, 'hex')), cipher.final()]);
  const body = {
    salt: saltHash(key.saltHex),
    nonce: nonce.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
    sealed: sealed.toString('hex'),
  };
  await mkdir(join(folder, FOLDER), { recursive: true, mode: 0o700 });
  const path = fileOf(folder, caseId);
  const draft = `${path}.new`;
  await rm(draft, { force: true });
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(body)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** The id of the case whose kept key fits a file with this salt; null where none is kept. */
export async function keptFor(folder: string | null, salt: Uint8Array): Promise<string | null> {
  if (folder === null) return null;
  const wanted = saltHash(Buffer.from(salt).toString('hex'));
  const names = await readdir(join(folder, FOLDER)).catch(() => []);
  for (const name of names) {
    const caseId = name.replace(/\.json$/, '');
    if ((await read(folder, caseId))?.salt === wanted) return caseId;
  }
  return null;
}

export async function isKept(folder: string | null, caseId: string): Promise<boolean> {
  return folder !== null && (await read(folder, caseId)) !== null;
}

/** The key of the case with this salt. @throws StillwatchError NOT_FOUND where none is kept or the secret does not open it */
export async function openKept(folder: string | null, salt: Uint8Array, secret: string): Promise<CaseKey> {
  const caseId = await keptFor(folder, salt);
  const kept = folder === null || caseId === null ? null : await read(folder, caseId);
  try {
    if (!kept || caseId === null) throw new Error('No key is kept.');
    const decipher = createDecipheriv(CIPHER, Buffer.from(secret, 'hex'), Buffer.from(kept.nonce, 'hex'));
    decipher.setAAD(Buffer.from(caseId)).setAuthTag(Buffer.from(kept.tag, 'hex'));
    const key = Buffer.concat([decipher.update(Buffer.from(kept.sealed, 'hex')), decipher.final()]);
    return { keyHex: key.toString('hex'), saltHex: Buffer.from(salt).toString('hex') };
  } catch {
    throw new StillwatchError(
      'NOT_FOUND',
      'The keychain of this computer does not open this case. Nothing was changed. Type the passphrase.',
    );
  }
}

export async function forgetKept(folder: string | null, caseId: string): Promise<void> {
  if (folder !== null && isId(caseId)) await rm(fileOf(folder, caseId), { force: true });
}

async function read(folder: string, caseId: string): Promise<z.infer<typeof keptKey> | null> {
  if (!isId(caseId)) return null;
  try {
    return keptKey.parse(JSON.parse(await readFile(fileOf(folder, caseId), 'utf8')));
  } catch {
    return null;
  }
}

/** An id stands in a case, which anybody may have written: only one that is a plain name becomes a path. */
function isId(caseId: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(caseId);
}

function fileOf(folder: string, caseId: string): string {
  if (!isId(caseId))
    throw new StillwatchError('BAD_ARGS', 'This case has no id of its own. Nothing was kept.');
  return join(folder, FOLDER, `${caseId}.json`);
}

function saltHash(saltHex: string): string {
  return createHash('sha256').update(Buffer.from(saltHex, 'hex')).digest('hex');
}
