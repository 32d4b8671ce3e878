import { randomBytes, scrypt } from 'node:crypto';

/** Length of the salt, which is also the first 16 bytes of an encrypted case file. */
export const SALT_BYTES = 16;

const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

export interface CaseKey {
  /** 32 bytes. */
  readonly keyHex: string;
  /** 16 bytes. */
  readonly saltHex: string;
}

/** scrypt (RFC 7914) with N = 2^17, r = 8, p = 1: about half a second and 128 MiB a try. */
export function deriveKey(passphrase: string, salt: Uint8Array): Promise<CaseKey> {
  return new Promise((resolve, reject) => {
    // NFC, so that the same passphrase typed on another keyboard or system is the same bytes.
    scrypt(passphrase.normalize('NFC'), salt, 32, SCRYPT, (error, key) => {
      if (error) reject(error);
      else {
        resolve({ keyHex: key.toString('hex'), saltHex: Buffer.from(salt).toString('hex') });
        // The text of it cannot be overwritten; this can.
        key.fill(0);
      }
    });
  });
}

export function newSalt(): Uint8Array {
  return randomBytes(SALT_BYTES);
}
