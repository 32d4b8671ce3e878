import type { SignatureReport, TimeStampReport } from '../../../shared/contract/bundles.ts';

/** How far something speaks for the bundle: it does, it says little, it speaks against it. */
export type Weight = 'holds' | 'open' | 'fails';

export interface Told {
  readonly weight: Weight;
  readonly head: string;
  readonly says: string;
}

/**
 * Who signed, in plain words; a signature by a key that nobody named as expected proves no origin. `isOwn` where the
 * expected key is the one of this installation.
 */
export function signatureWords(signature: SignatureReport, isOwn = false): Told {
  switch (signature.state) {
    case 'none':
      return {
        weight: 'open',
        head: 'Not signed.',
        says: 'The checksums show damage and careless changes. Whoever rewrote the bundle with all its checksums would not be found out; only a SHA-256 of the file, told by another way, can show that.',
      };
    case 'broken':
      return {
        weight: 'fails',
        head: 'The signature does not hold.',
        says: 'It was made for other content, was changed, or was taken away. The problems say which.',
      };
    case 'unknown':
      return {
        weight: 'open',
        head: 'Signed, by a key that nobody here vouched for.',
        says: 'The bundle is as the owner of this key made it. Anyone can make a key and write any name into it: compare the fingerprint with what its owner told you by another way, or give the key you expect.',
      };
    case 'other':
      return {
        weight: 'fails',
        head: 'Signed by another key than the expected one.',
        says: 'The signature holds, but whoever made it does not own the key you gave.',
      };
    case 'expected':
      if (isOwn)
        return {
          weight: 'holds',
          head: 'Signed with the key of this installation.',
          says: 'Whoever has its fingerprint from you can tell that the bundle is yours and unchanged.',
        };
      return {
        weight: 'holds',
        head: 'Signed by the expected key.',
        says: 'The owner of the key you gave made the bundle as it is. The name and the time are what the signer wrote.',
      };
  }
}

/** What the time stamp says, without its time. */
export function stampWords(stamp: TimeStampReport): Told {
  switch (stamp.state) {
    case 'none':
      return {
        weight: 'open',
        head: 'No time stamp.',
        says: 'When the bundle was made is known by the clock of whoever made it alone.',
      };
    case 'broken':
      return {
        weight: 'fails',
        head: 'The time stamp does not hold.',
        says: 'It is of other content, or damaged. The problems say which.',
      };
    case 'stamped':
      return {
        weight: 'open',
        head: 'Time-stamped.',
        says: 'Its signature holds. Whether the certificate of the authority deserves trust is not decided here: look at whose it is.',
      };
  }
}
