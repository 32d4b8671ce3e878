import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isKeyOrFingerprint,
  keyOfSeed,
  parsePublicKeyFile,
  parseSignature,
  publicKeyFile,
  signatureFault,
  signFile,
} from '../../../electron/engine/bundle/sign/minisign.ts';
import { checkTimeStamp } from '../../../electron/engine/bundle/sign/time-stamp.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateDer } from '../mutate/der.ts';
import { mutateText } from '../mutate/words.ts';
import { demand, type Target } from '../target.ts';

const STAMP = readFileSync(join(import.meta.dirname, '../seeds/stamp.tsr'));
/** What the stamp is over, and what the key signs. */
const SIGNED = Buffer.from('what was signed and stamped\n');
const KEY = keyOfSeed(Buffer.alloc(32, 7));
const SIGNATURE = signFile(SIGNED, KEY, 'signed by a test');

/** Signatures, public keys and answers of time-stamping authorities; the first letter says which it is. */
export const signatures: Target = {
  name: 'signatures',
  about: 'minisign signatures and keys, answers of time-stamping authorities (DER)',
  share: 17_000,
  async start() {
    const whole = checkTimeStamp(STAMP, SIGNED);
    demand(typeof whole !== 'string', `cannot begin: the stamp ${String(whole)}`);
    return {
      make: (rng) => {
        const kind = rng.pick(['t', 't', 's', 'k']);
        if (kind === 't') return Buffer.concat([Buffer.from('t'), mutateDer(rng, STAMP)]);
        const text = kind === 's' ? SIGNATURE : publicKeyFile(KEY);
        const changed = rng.chance(0.5)
          ? Buffer.from(mutateText(rng, text, ['\n', '=', '\r']))
          : mutateBytes(rng, Buffer.from(text));
        return Buffer.concat([Buffer.from(kind), changed]);
      },
      run: (input) => {
        const bytes = Buffer.from(input.subarray(1));
        const text = bytes.toString();
        switch (input[0]) {
          case 0x74: {
            const stamp = checkTimeStamp(bytes, SIGNED);
            if (typeof stamp === 'string') return 'no stamp';
            demand(
              stamp.timeUs === (whole as { timeUs: number }).timeUs,
              'is a stamp that was changed, tells another time, and holds',
            );
            return 'stamp';
          }
          case 0x73: {
            const signature = parseSignature(text);
            if (typeof signature === 'string') return 'no signature';
            const fault = signatureFault(SIGNED, signature, KEY);
            demand(
              fault !== undefined || signature.trustedComment === 'signed by a test',
              'is a signature with another comment that holds',
            );
            return fault === undefined ? 'holds' : 'does not hold';
          }
          default: {
            isKeyOrFingerprint(text);
            const key = parsePublicKeyFile(text);
            if (!key) return 'no key';
            const signature = parseSignature(SIGNATURE);
            demand(typeof signature !== 'string', 'cannot begin');
            const fault = signatureFault(SIGNED, signature, key);
            demand(
              fault !== undefined || Buffer.from(key.key).equals(Buffer.from(KEY.key)),
              'is another key under which the signature holds',
            );
            return fault === undefined ? 'key' : 'another key';
          }
        }
      },
    };
  },
};
