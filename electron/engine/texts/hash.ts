import { hash } from 'node:crypto';

/** SHA-256 of a text's UTF-8, hex. */
export function fullHash(text: Uint8Array | string): string {
  return hash('sha256', text);
}
