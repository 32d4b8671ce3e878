/** Slots a part begins with. */
const START_SIZE = 1 << 14;
/** How many of the hash's upper bits tell its part. */
const PART_BITS = 2;

/**
 * A set of 64-bit hashes with an optional second 64-bit value each: open addressing, so that a look-up touches one
 * place in memory. It lies in parts that grow one by one, so that never is all of it held twice. They are few, because
 * the system takes back only large pieces of memory.
 */
export class HashTable {
  private readonly parts: readonly Part[];

  constructor(withValues: boolean) {
    this.parts = Array.from({ length: 1 << PART_BITS }, () => new Part(withValues ? 4 : 2));
  }

  /**
   * Adds a key unless it is there.
   * @returns 'new', or how the value under the key compares: 'same' or 'other' (always 'same' without values).
   */
  add(high: number, low: number, valueHigh = 0, valueLow = 0): 'new' | 'same' | 'other' {
    // 0/0 marks an empty slot.
    const keyLow = high === 0 && low === 0 ? 1 : low;
    return this.parts[high >>> (32 - PART_BITS)].add(high, keyLow, valueHigh, valueLow);
  }
}

class Part {
  private size = START_SIZE;
  private used = 0;
  /** Numbers a slot takes: two of the key, and two of the value where there is one. */
  private readonly stride: 2 | 4;
  private words: Uint32Array;

  constructor(stride: 2 | 4) {
    this.stride = stride;
    this.words = new Uint32Array(this.size * stride);
  }

  add(high: number, low: number, valueHigh: number, valueLow: number): 'new' | 'same' | 'other' {
    const at = this.placeOf(high, low);
    const { words, stride } = this;
    if (words[at] !== 0 || words[at + 1] !== 0) {
      if (stride === 2) return 'same';
      return words[at + 2] === valueHigh && words[at + 3] === valueLow ? 'same' : 'other';
    }
    words[at] = high;
    words[at + 1] = low;
    if (stride === 4) {
      words[at + 2] = valueHigh;
      words[at + 3] = valueLow;
    }
    if (++this.used * 10 > this.size * 7) this.grow();
    return 'new';
  }

  /** Where the key's slot begins, or the empty slot where it would go. */
  private placeOf(high: number, low: number): number {
    const { words, stride } = this;
    const mask = this.size - 1;
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    for (;;) {
      const at = slot * stride;
      const slotHigh = words[at];
      const slotLow = words[at + 1];
      if ((slotHigh === 0 && slotLow === 0) || (slotHigh === high && slotLow === low)) return at;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const { words, stride, size } = this;
    this.size = size * 2;
    this.words = new Uint32Array(this.size * stride);
    for (let from = 0; from < size * stride; from += stride) {
      if (words[from] === 0 && words[from + 1] === 0) continue;
      const at = this.placeOf(words[from], words[from + 1]);
      for (let k = 0; k < stride; k++) this.words[at + k] = words[from + k];
    }
  }
}
