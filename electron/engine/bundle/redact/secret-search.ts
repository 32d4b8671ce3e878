import { mixBits } from '../../mix-bits.ts';
import { LONGEST_PATTERN, patternsOf } from './patterns-of.ts';

/** Bytes by whose hash a place is told to be worth a look; patterns are at least that long, or `alone`. */
const WINDOW = 6;
const SHORT_WINDOW = 3;
const BITS = 24;

/** Finds values in bytes, in any of their spellings; the work grows with the bytes, hardly with the values. */
export class SecretSearch {
  private readonly long = new Index();
  private readonly alone = new Index();

  constructor(secrets: Iterable<string>) {
    for (const secret of secrets) {
      for (const { bytes, alone } of patternsOf(secret)) {
        if (alone) this.alone.add(hashOf(bytes, SHORT_WINDOW), bytes);
        else if (bytes.length >= WINDOW) this.long.add(hashOf(bytes, WINDOW), bytes);
      }
    }
  }

  /** Where a value begins in the bytes of a stream; -1 where none is in it. */
  async firstIn(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number> {
    let rest: Buffer = Buffer.alloc(0);
    /** Where `rest` begins in the stream, and from which place in it nothing was looked at yet. */
    let before = 0;
    let from = 0;
    for await (const chunk of stream) {
      const bytes = Buffer.concat([rest, chunk]);
      // What follows the last patterns is not known yet.
      const until = Math.max(from, bytes.length - LONGEST_PATTERN);
      const found = this.firstAt(bytes, from, until);
      if (found >= 0) return before + found;
      // The byte before the next place stays, since a word may end there.
      const start = Math.max(0, until - 1);
      rest = bytes.subarray(start);
      before += start;
      from = until - start;
    }
    const found = this.firstAt(rest, from, rest.length);
    return found < 0 ? -1 : before + found;
  }

  private firstAt(bytes: Buffer, from: number, until: number): number {
    for (let at = from; at < until && at + SHORT_WINDOW <= bytes.length; at++) {
      const short = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
      if (this.alone.mayHold(short) && this.alone.matches(short, bytes, at, standsAloneIn)) return at;
      if (at + WINDOW > bytes.length) continue;
      const tail = (bytes[at + 3] << 16) | (bytes[at + 4] << 8) | bytes[at + 5];
      const hash = mix(short, tail);
      if (this.long.mayHold(hash) && this.long.matches(hash, bytes, at, () => true)) return at;
    }
    return -1;
  }
}

/**
 * Patterns by a hash of their beginning, behind a table of bits that most places fail. Ids of one kind mostly begin alike,
 * so those of one beginning are told apart by looking up what stands there, once for each length that one of them has.
 */
class Index {
  private readonly bits = new Uint32Array(1 << (BITS - 5));
  private readonly patterns = new Map<number, Map<number, Set<string>>>();

  add(hash: number, bytes: string): void {
    this.bits[hash >>> 5] |= 1 << (hash & 31);
    const byLength = this.patterns.get(hash) ?? new Map<number, Set<string>>();
    this.patterns.set(hash, byLength);
    const same = byLength.get(bytes.length);
    if (same) same.add(bytes);
    else byLength.set(bytes.length, new Set([bytes]));
  }

  mayHold(hash: number): boolean {
    return (this.bits[hash >>> 5] & (1 << (hash & 31))) !== 0;
  }

  matches(
    hash: number,
    bytes: Buffer,
    at: number,
    fits: (bytes: Buffer, at: number, end: number) => boolean,
  ): boolean {
    for (const [length, patterns] of this.patterns.get(hash) ?? []) {
      const end = at + length;
      if (end <= bytes.length && patterns.has(bytes.toString('latin1', at, end)) && fits(bytes, at, end))
        return true;
    }
    return false;
  }
}

function hashOf(bytes: string, window: number): number {
  const at = (i: number) => bytes.charCodeAt(i);
  const short = (at(0) << 16) | (at(1) << 8) | at(2);
  return window === SHORT_WINDOW ? short : mix(short, (at(3) << 16) | (at(4) << 8) | at(5));
}

function mix(one: number, other: number): number {
  return mixBits(one ^ Math.imul(other, 0x9e3779b1)) >>> (32 - BITS);
}

function standsAloneIn(bytes: Buffer, at: number, end: number): boolean {
  return !isWord(bytes[at - 1]) && !isWord(bytes[end]);
}

function isWord(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte === 95;
}
