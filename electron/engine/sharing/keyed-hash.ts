import { createHmac, scrypt } from 'node:crypto';

/** Bits of an identifier's token: two of a million million differ, and nothing longer could be used elsewhere. */
export const TOKEN_BITS = 48;

/** Hashes of values that only those with the agreed secret can make. */
export class KeyedHash {
  private readonly key: Uint8Array;

  constructor(key: Uint8Array) {
    this.key = key;
  }

  /** scrypt (RFC 7914) over the secret with the package's own salt, so that two packages cannot be compared. */
  static from(secret: string, salt: Uint8Array): Promise<KeyedHash> {
    return new Promise((resolve, reject) => {
      scrypt(
        secret.normalize('NFC'),
        salt,
        32,
        { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 },
        (error, key) => (error ? reject(error) : resolve(new KeyedHash(key))),
      );
    });
  }

  /** 12 hex digits. */
  token(kind: string, value: string): string {
    return this.digest(kind, value)
      .subarray(0, TOKEN_BITS / 8)
      .toString('hex');
  }

  /** 64 bits as two unsigned words. */
  words(kind: string, value: string): readonly [number, number] {
    const digest = this.digest(kind, value);
    return [digest.readUInt32BE(0), digest.readUInt32BE(4)];
  }

  private digest(kind: string, value: string): Buffer {
    return createHmac('sha256', this.key).update(`${kind}\0`).update(value.toWellFormed()).digest();
  }
}
