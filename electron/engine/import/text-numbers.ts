/** Words a slot takes: 128 bits of hash, and 1 + the text's number. */
const STRIDE = 5;
const START_SIZE = 1 << 14;

/** Numbers of texts by the first 128 bits of their hash: open addressing in one array. */
export class TextNumbers {
  private size = START_SIZE;
  private used = 0;
  private slots = new Uint32Array(START_SIZE * STRIDE);

  /**
   * The number kept for hash[at .. at + 4]. A hash not seen before keeps `fresh`, which is then what it gives.
   * Numbers are below 2^32 - 1.
   */
  findOrAdd(hash: Uint32Array, at: number, fresh: number): number {
    const slot = this.place(hash, at);
    if (this.slots[slot + 4] !== 0) return this.slots[slot + 4] - 1;
    for (let k = 0; k < 4; k++) this.slots[slot + k] = hash[at + k];
    this.slots[slot + 4] = fresh + 1;
    if (++this.used * 10 > this.size * 7) this.grow();
    return fresh;
  }

  /** Keeps another number for a hash that is there. */
  renumber(hash: Uint32Array, at: number, number: number): void {
    this.slots[this.place(hash, at) + 4] = number + 1;
  }

  /** Where the slot of a hash begins, or the empty one where it would go. The hash is random as it is. */
  private place(hash: Uint32Array, at: number): number {
    const { slots } = this;
    const mask = this.size - 1;
    for (let slot = hash[at] & mask; ; slot = (slot + 1) & mask) {
      const from = slot * STRIDE;
      if (slots[from + 4] === 0) return from;
      if (
        slots[from] === hash[at] &&
        slots[from + 1] === hash[at + 1] &&
        slots[from + 2] === hash[at + 2] &&
        slots[from + 3] === hash[at + 3]
      )
        return from;
    }
  }

  private grow(): void {
    const { slots, size } = this;
    this.size = size * 2;
    this.slots = new Uint32Array(this.size * STRIDE);
    for (let from = 0; from < size * STRIDE; from += STRIDE) {
      if (slots[from + 4] === 0) continue;
      const to = this.place(slots, from);
      for (let k = 0; k < STRIDE; k++) this.slots[to + k] = slots[from + k];
    }
  }
}
