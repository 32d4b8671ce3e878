import { createHash, createHmac } from 'node:crypto';
import type { SecretKind } from './redactor.ts';

/** RFC 4648 base 32 in small letters. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
/** 60 bits: among a million values two meet by chance once in two million cases. */
const LENGTH = 12;

const WORDS: Readonly<Record<SecretKind, string>> = {
  account: 'account',
  organization: 'org',
  email: 'mail',
  ip: 'address',
  key: 'key',
  device: 'device',
  payment: 'payment',
  phone: 'phone',
  session: 'session',
  'end user': 'enduser',
  request: 'request',
  prompt: 'prompt',
  'other identifier': 'id',
};

/** Stable names for values: HMAC-SHA-256 (RFC 2104) of kind and value under the key of the case, cut to 60 bits. */
export class Pseudonyms {
  private readonly key: Uint8Array;

  constructor(key: Uint8Array) {
    this.key = key;
  }

  /** Names the key without telling it: 16 hex digits. */
  get keyId(): string {
    return createHash('sha256').update('stillwatch key id').update(this.key).digest('hex').slice(0, 16);
  }

  /** As `account-k5x2…`. */
  of(kind: SecretKind, value: string): string {
    return `${WORDS[kind]}-${this.token(kind, value)}`;
  }

  /** Small letters and digits 2 to 7, 12 of them. */
  token(kind: SecretKind, value: string): string {
    const digest = createHmac('sha256', this.key).update(`${kind}\0`).update(value.toWellFormed()).digest();
    let text = '';
    for (let bits = 0, at = 0, word = 0; text.length < LENGTH; ) {
      if (bits < 5) {
        word = ((word << 8) | digest[at++]) & 0xfff;
        bits += 8;
      }
      bits -= 5;
      text += LETTERS[(word >>> bits) & 31];
    }
    return text;
  }
}
