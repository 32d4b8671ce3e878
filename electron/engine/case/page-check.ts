import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20 } from '@noble/ciphers/chacha.js';
import type { CaseKey } from './key.ts';

const NONCE_BYTES = 16;
const TAG_BYTES = 16;

/** Of page 1: what the cipher leaves readable, the salt in place of SQLite's first words among it. */
const READABLE_HEAD = 24;
export const SQLITE_MAGIC = 'SQLite format 3\0';

/**
 * Whether one page of an encrypted case carries the right Poly1305 tag under the key, as the cipher
 * `chacha20` of SQLite3 Multiple Ciphers writes it: a page ends in a 16-byte nonce and a 16-byte tag; the
 * one-time key is the ChaCha20 stream at the counter in the nonce's last 4 bytes, xor the page number.
 *
 * @param page the page's bytes as they stand in the file, `pageNumber` counts from 1.
 */
export function pageIsAuthentic(page: Uint8Array, pageNumber: number, key: CaseKey): boolean {
  return isAuthentic(page, secretsOf(page, pageNumber, key));
}

/**
 * One page of an encrypted case as SQLite has it before it is encrypted, nonce and tag still at its end; undefined where
 * its tag is not right. The text is the ChaCha20 stream of the one-time key's second half, one counter further on.
 */
export function decryptPage(page: Uint8Array, pageNumber: number, key: CaseKey): Uint8Array | undefined {
  const secrets = secretsOf(page, pageNumber, key);
  if (!isAuthentic(page, secrets)) return undefined;
  const out = Uint8Array.from(page);
  const { nonce, oneTimeKey, counter } = secrets;
  const text = out.subarray(pageNumber === 1 ? READABLE_HEAD : 0, out.length - NONCE_BYTES - TAG_BYTES);
  text.set(chacha20(oneTimeKey.subarray(32), nonce, text.slice(), undefined, (counter + 1) >>> 0));
  if (pageNumber === 1) out.set(Buffer.from(SQLITE_MAGIC, 'latin1'));
  return out;
}

interface PageSecrets {
  /** The 12 bytes that ChaCha20 takes. */
  readonly nonce: Uint8Array;
  readonly counter: number;
  readonly oneTimeKey: Uint8Array;
}

function secretsOf(page: Uint8Array, pageNumber: number, key: CaseKey): PageSecrets {
  const at = page.length - NONCE_BYTES - TAG_BYTES;
  const view = new DataView(page.buffer, page.byteOffset + at, NONCE_BYTES);
  const counter = (view.getUint32(12, true) ^ pageNumber) >>> 0;
  const nonce = Uint8Array.from(page.subarray(at, at + 12));
  const keyBytes = Buffer.from(key.keyHex, 'hex');
  return { nonce, counter, oneTimeKey: chacha20(keyBytes, nonce, new Uint8Array(64), undefined, counter) };
}

function isAuthentic(page: Uint8Array, { oneTimeKey }: PageSecrets): boolean {
  const tagAt = page.length - TAG_BYTES;
  const expected = poly1305(page.subarray(0, tagAt), oneTimeKey.subarray(0, 32));
  return Buffer.from(expected).equals(page.subarray(tagAt));
}

/** Page size written in bytes 16 and 17, which the cipher leaves readable; undefined when they make no sense. */
export function pageSizeOf(head: Uint8Array): number | undefined {
  const raw = (head[16] << 8) | head[17];
  const size = raw === 1 ? 65_536 : raw;
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0 ? size : undefined;
}
