import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as ed25519Sign,
  verify as ed25519Verify,
  type KeyObject,
} from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';

/*
 * Keys and signatures in the form of minisign 0.11 (https://jedisct1.github.io/minisign/), the prehashed one: Ed25519
 * over the BLAKE2b-512 of the file, and Ed25519 over that signature followed by the trusted comment.
 */

export interface PublicKey {
  /** 8 bytes by which a signature names its key; they prove nothing. */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

export interface SecretKey extends PublicKey {
  readonly privateKey: KeyObject;
}

/** A signature file taken apart; that it can be read does not say that it holds. */
export interface Signature {
  readonly untrustedComment: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
  readonly trustedComment: string;
  readonly globalSignature: Uint8Array;
}

const KEY_ALGORITHM = 'Ed';
const PREHASHED = 'ED';
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
const UNTRUSTED = 'untrusted comment: ';
const TRUSTED = 'trusted comment: ';
/** What minisign itself reads at most, in bytes, with its line end. */
const MAX_TRUSTED_COMMENT = 8192 - TRUSTED.length - 2;
/** How much of the SHA-256 a fingerprint shows: 160 bits. */
const FINGERPRINT_HEX = 40;

/** The key of a seed of 32 random bytes. Its id is the first 8 bytes of the BLAKE2b-512 of the public key. */
export function keyOfSeed(seed: Uint8Array): SecretKey {
  const der = Buffer.concat([PKCS8_ED25519, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const key = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(SPKI_ED25519.length);
  return { privateKey, key, keyId: blake2b(key).subarray(0, 8) };
}

/** One line as `minisign -P` takes it: base64 of algorithm, id and key; 56 characters that begin with RW. */
export function formatPublicKey({ keyId, key }: PublicKey): string {
  return Buffer.concat([Buffer.from(KEY_ALGORITHM), keyId, key]).toString('base64');
}

/** The key in a line as formatPublicKey makes it; undefined for anything else. */
export function parsePublicKey(line: string): PublicKey | undefined {
  const bytes = fromBase64(line, 42);
  if (!bytes || bytes.toString('latin1', 0, 2) !== KEY_ALGORITHM) return undefined;
  return { keyId: bytes.subarray(2, 10), key: bytes.subarray(10) };
}

/** A file of the public key, as minisign writes one. */
export function publicKeyFile(key: PublicKey): string {
  return `${UNTRUSTED}minisign public key ${keyIdHex(key.keyId)}\n${formatPublicKey(key)}\n`;
}

/** The key of a file that is exactly as publicKeyFile makes it; undefined for anything else. */
export function parsePublicKeyFile(text: string): PublicKey | undefined {
  const key = parsePublicKey(text.split('\n')[1] ?? '');
  return key && publicKeyFile(key) === text ? key : undefined;
}

/** The key id as minisign prints it: a number in hex, the last byte first, without leading zeros. */
export function keyIdHex(keyId: Uint8Array): string {
  return Buffer.from(keyId).readBigUInt64LE().toString(16).toUpperCase();
}

/**
 * What people compare: the first 40 hex digits of the SHA-256 of the public key's 42 bytes, in groups of four. By hand:
 * `printf %s RW... | base64 -d | sha256sum`.
 */
export function fingerprint(key: PublicKey): string {
  const bytes = Buffer.from(formatPublicKey(key), 'base64');
  const hex = createHash('sha256').update(bytes).digest('hex').slice(0, FINGERPRINT_HEX);
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

/** Whether a text names a key: a public key as formatPublicKey makes it, or a fingerprint, its digits grouped in any way. */
export function isKeyOrFingerprint(text: string): boolean {
  return parsePublicKey(text.trim()) !== undefined || digitsOf(text) !== undefined;
}

/** Whether `key` is the one that the text names (see isKeyOrFingerprint). */
export function isExpectedKey(key: PublicKey, expected: string): boolean {
  const known = parsePublicKey(expected.trim());
  if (known) return formatPublicKey(known) === formatPublicKey(key);
  return fingerprint(key).replaceAll(' ', '') === digitsOf(expected);
}

function digitsOf(text: string): string | undefined {
  const digits = text.replace(/[\s:-]/g, '').toLowerCase();
  return digits.length === FINGERPRINT_HEX && /^[0-9a-f]+$/.test(digits) ? digits : undefined;
}

/** The text of a signature of `bytes`. Comments become one line; what is beyond minisign's length is cut. */
export function signFile(bytes: Uint8Array, key: SecretKey, trustedComment: string): string {
  const comment = oneLine(trustedComment, MAX_TRUSTED_COMMENT);
  const signature = ed25519Sign(null, blake2b(bytes), key.privateKey);
  const global = ed25519Sign(null, Buffer.concat([signature, Buffer.from(comment)]), key.privateKey);
  return formatSignature({
    untrustedComment: signatureComment(key.keyId),
    keyId: key.keyId,
    signature,
    trustedComment: comment,
    globalSignature: global,
  });
}

/** The comment of our signatures. It is outside of what is signed, so nothing is read from it. */
export function signatureComment(keyId: Uint8Array): string {
  return `signature by Stillwatch with the key ${keyIdHex(keyId)}`;
}

function formatSignature({ untrustedComment, keyId, signature, trustedComment, globalSignature }: Signature) {
  const line = Buffer.concat([Buffer.from(PREHASHED), keyId, signature]).toString('base64');
  return `${UNTRUSTED}${untrustedComment}\n${line}\n${TRUSTED}${trustedComment}\n${Buffer.from(globalSignature).toString('base64')}\n`;
}

/** The signature a file of four lines holds, or why it is none that this version can check. */
export function parseSignature(text: string): Signature | string {
  const [first = '', second = '', third = '', fourth = ''] = text.split('\n');
  if (!first.startsWith(UNTRUSTED) || !third.startsWith(TRUSTED)) return 'is no signature of minisign';
  const bytes = fromBase64(second, 74);
  const globalSignature = fromBase64(fourth, 64);
  if (!bytes || !globalSignature) return 'is no signature of minisign';
  if (bytes.toString('latin1', 0, 2) !== PREHASHED)
    return 'is a signature of another form than the prehashed Ed25519 that bundles have';
  const parsed: Signature = {
    untrustedComment: first.slice(UNTRUSTED.length),
    keyId: bytes.subarray(2, 10),
    signature: bytes.subarray(10),
    trustedComment: third.slice(TRUSTED.length),
    globalSignature,
  };
  // Line ends, blanks, a fifth line: nothing may differ that the two signatures do not cover.
  return formatSignature(parsed) === text ? parsed : 'is not written exactly as minisign writes signatures';
}

/** Why the signature does not hold over these bytes with this key; undefined when it does. */
export function signatureFault(bytes: Uint8Array, signed: Signature, key: PublicKey): string | undefined {
  if (!Buffer.from(signed.keyId).equals(key.keyId))
    return `names the key ${keyIdHex(signed.keyId)}, not ${keyIdHex(key.keyId)}`;
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_ED25519, key.key]),
    format: 'der',
    type: 'spki',
  });
  if (!holds(blake2b(bytes), publicKey, signed.signature)) return 'does not hold over the file as it is';
  const global = Buffer.concat([signed.signature, Buffer.from(signed.trustedComment)]);
  if (!holds(global, publicKey, signed.globalSignature)) return 'does not hold over its trusted comment';
  return undefined;
}

function holds(bytes: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return ed25519Verify(null, bytes, key, signature);
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}

/** Strict: no blanks, canonical padding, exactly `length` bytes. */
function fromBase64(text: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length && bytes.toString('base64') === text ? bytes : undefined;
}

function oneLine(text: string, maxBytes: number): string {
  let line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  while (Buffer.byteLength(line) > maxBytes) line = [...line].slice(0, -1).join('');
  return line;
}
