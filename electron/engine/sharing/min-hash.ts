import { mixBits } from '../mix-bits.ts';
import type { KeyedHash } from './keyed-hash.ts';

/** Smallest hashes kept of a set: the likeness of two is known to within 0.09 (two standard errors at 0.5). */
export const MIN_HASHES = 128;

/** Sketch of a set (Broder 1997): of each of 128 keyed hash functions the smallest value in the set. */
export function minHash(hash: KeyedHash, kind: string, members: Iterable<string>): Uint32Array {
  const least = new Uint32Array(MIN_HASHES).fill(0xffffffff);
  for (const member of members) {
    const [one, other] = hash.words(kind, member);
    for (let i = 0; i < MIN_HASHES; i++) {
      const value = mixBits(one + Math.imul(i, other | 1)) >>> 0;
      if (value < least[i]) least[i] = value;
    }
  }
  return least;
}

/** Estimated Jaccard likeness of the two sets, 0 to 1. */
export function likenessOf(one: Uint32Array, other: Uint32Array): number {
  let equal = 0;
  for (let i = 0; i < MIN_HASHES; i++) if (one[i] === other[i]) equal++;
  return equal / MIN_HASHES;
}

export function packSketch(sketch: Uint32Array): string {
  const bytes = Buffer.alloc(MIN_HASHES * 4);
  for (const [i, value] of sketch.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes.toString('base64');
}

/** undefined for what is no sketch. */
export function unpackSketch(text: string): Uint32Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== MIN_HASHES * 4 || bytes.toString('base64') !== text) return undefined;
  return Uint32Array.from({ length: MIN_HASHES }, (_, i) => bytes.readUInt32LE(i * 4));
}
