import { mixBits } from '../mix-bits.ts';
import { normaliseText } from './normalise.ts';
import { HIGH_FACTOR, HIGH_SEED, LOW_FACTOR, LOW_SEED, SHINGLE_FACTOR } from './sketch-constants.ts';

/** More planes than a text of four thousand million words needs. */
const PLANES = 32;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Makes 64-bit SimHash sketches: every run of three words of the normalised text is hashed to 64 bits, and each
 * bit of the sketch is what most of these hashes have there. Texts that share most of their runs differ in few
 * bits, unrelated ones in about half of them. A text of fewer than three words is one run; without any word the
 * sketch is 0. The halves of the last sketch are left in `high` and `low`, unsigned.
 */
export class Sketcher {
  high = 0;
  low = 0;
  private readonly highVotes = new BitVotes();
  private readonly lowVotes = new BitVotes();

  /** Sketches the UTF-8 text bytes[from .. to]. */
  sketch(bytes: Uint8Array, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (bytes[i] < 0x80) continue;
      const normal = encoder.encode(normaliseText(decoder.decode(bytes.subarray(from, to))));
      return this.sketchNormal(normal, 0, normal.length);
    }
    // Text of ASCII alone is normalised on the way: most texts are, and making strings of them would cost more.
    this.sketchNormal(bytes, from, to);
  }

  private sketchNormal(bytes: Uint8Array, from: number, to: number): void {
    const { highVotes, lowVotes } = this;
    highVotes.clear();
    lowVotes.clear();
    // Hashes of the word before the last, and of the one before that; 0 where there is none.
    let highBefore = 0;
    let lowBefore = 0;
    let highFirst = 0;
    let lowFirst = 0;
    let words = 0;
    for (let i = from; i < to; i++) {
      if (isSpace(bytes[i])) continue;
      let high: number = HIGH_SEED;
      let low: number = LOW_SEED;
      for (; i < to; i++) {
        let byte = bytes[i];
        if (isSpace(byte)) break;
        if (byte >= 0x41 && byte <= 0x5a) byte |= 0x20;
        high = Math.imul(high ^ byte, HIGH_FACTOR);
        low = Math.imul(low ^ byte, LOW_FACTOR) ^ (low >>> 15);
      }
      words++;
      if (words >= 3) {
        highVotes.add(shingle(highFirst, highBefore, high));
        lowVotes.add(shingle(lowFirst, lowBefore, low));
      }
      highFirst = highBefore;
      lowFirst = lowBefore;
      highBefore = high;
      lowBefore = low;
    }
    if (words > 0 && words < 3) {
      highVotes.add(shingle(0, highFirst, highBefore));
      lowVotes.add(shingle(0, lowFirst, lowBefore));
    }
    this.high = highVotes.majority() >>> 0;
    this.low = lowVotes.majority() >>> 0;
  }
}

/** Hash of three words in a row by theirs. */
function shingle(first: number, second: number, third: number): number {
  const two = Math.imul(Math.imul(first, SHINGLE_FACTOR) + second, SHINGLE_FACTOR);
  return mixBits((two + third) | 0);
}

/**
 * Counts of set bits at 32 places at once: plane k holds bit k of every count, so that adding a number is a
 * binary addition over whole words instead of 32 additions.
 */
class BitVotes {
  private readonly planes = new Int32Array(PLANES);
  private used = 0;
  private count = 0;

  clear(): void {
    this.planes.fill(0, 0, this.used);
    this.used = 0;
    this.count = 0;
  }

  add(bits: number): void {
    const { planes } = this;
    this.count++;
    let carry = bits;
    let plane = 0;
    for (; carry !== 0 && plane < PLANES; plane++) {
      const before = planes[plane];
      planes[plane] = before ^ carry;
      carry &= before;
    }
    if (plane > this.used) this.used = plane;
  }

  /** The places set in more than half of the numbers. */
  majority(): number {
    if (this.count === 0) return 0;
    // A count reaches the least majority unless subtracting that from it borrows.
    const least = Math.floor(this.count / 2) + 1;
    let borrow = 0;
    for (let plane = 0; plane < this.used || least >>> plane > 0; plane++) {
      const bits = this.planes[plane];
      borrow = (least >>> plane) & 1 ? ~bits | borrow : ~bits & borrow;
    }
    return ~borrow;
  }
}

/** In how many of 64 bits two sketches differ. */
export function sketchDistance(
  a: { readonly high: number; readonly low: number },
  b: { readonly high: number; readonly low: number },
): number {
  return setBits(a.high ^ b.high) + setBits(a.low ^ b.low);
}

function setBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Tab, line feed, vertical tab, form feed, carriage return, blank. */
const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
