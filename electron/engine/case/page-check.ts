import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20 } from '@noble/ciphers/chacha.js';
import type { CaseKey } from './key.ts';

const NONCE_BYTES = 16;
const TAG_BYTES = 16;

/**
 * Whether one page of an encrypted case carries the right Poly1305 tag under the key, as the cipher
 * `chacha20` of SQLite3 Multiple Ciphers writes it: a page ends in a 16-byte nonce and a 16-byte tag; the
 * one-time key is the ChaCha20 stream at the counter in the nonce's last 4 bytes, xor the page number.
 *
 * @param page the page's bytes as they stand in the file, `pageNumber` counts from 1.
 */
export function pageIsAuthentic(page: Uint8Array, pageNumber: number, key: CaseKey): boolean {
  const body = page.length - NONCE_BYTES - TAG_BYTES;
  const nonce = page.subarray(body, body + NONCE_BYTES);
  const tag = page.subarray(body + NONCE_BYTES);
  const view = new DataView(nonce.buffer, nonce.byteOffset, nonce.byteLength);
  const counter = (view.getUint32(12, true) ^ pageNumber) >>> 0;
  const oneTimeKey = chacha20(
    Buffer.from(key.keyHex, 'hex'),
    nonce.slice(0, 12),
    new Uint8Array(64),
    undefined,
    counter,
  );
  const expected = poly1305(page.subarray(0, body + NONCE_BYTES), oneTimeKey.subarray(0, 32));
  return Buffer.from(expected).equals(tag);
}

/** Page size written in bytes 16 and 17, which the cipher leaves readable; undefined when they make no sense. */
export function pageSizeOf(head: Uint8Array): number | undefined {
  const raw = (head[16] << 8) | head[17];
  const size = raw === 1 ? 65_536 : raw;
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0 ? size : undefined;
}
