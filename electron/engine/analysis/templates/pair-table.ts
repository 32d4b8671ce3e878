/** How many of the texts that hold a pair are kept with it. */
export const WITNESSES = 8;

/**
 * Gives pairs numbers from 0 and keeps, for each, in how many texts it stands, its weights and the first
 * `WITNESSES` texts that hold it. Since texts come in the order of their hashes, those are a random sample of
 * all its texts, and two pairs of the same template have the same sample (a bottom-k sketch).
 */
export class PairTable {
  count = 0;
  texts = new Uint32Array(1 << 14);
  weights = new Uint8Array(1 << 14);
  witness = new Uint32Array((1 << 14) * WITNESSES);
  private keys = new Uint32Array(1 << 14);
  private slots = new Uint32Array(1 << 16);

  /** The number of a pair that stands in `text`; call once for each pair and text, texts ascending. */
  add(key: number, weights: number, text: number): number {
    const mask = this.slots.length - 1;
    let slot = key & mask;
    let entry = this.slots[slot];
    while (entry !== 0 && this.keys[entry - 1] !== key) {
      slot = (slot + 1) & mask;
      entry = this.slots[slot];
    }
    if (entry === 0) {
      if (this.count === this.keys.length) this.grow();
      entry = ++this.count;
      this.keys[entry - 1] = key;
      this.weights[entry - 1] = weights;
      this.slots[slot] = entry;
      if (this.count * 2 > this.slots.length) this.rehash();
    }
    const pair = entry - 1;
    const seen = this.texts[pair]++;
    if (seen < WITNESSES) this.witness[pair * WITNESSES + seen] = text;
    return pair;
  }

  private grow(): void {
    const size = this.keys.length * 2;
    this.keys = copied(this.keys, new Uint32Array(size));
    this.texts = copied(this.texts, new Uint32Array(size));
    this.weights = copied(this.weights, new Uint8Array(size));
    this.witness = copied(this.witness, new Uint32Array(size * WITNESSES));
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let pair = 0; pair < this.count; pair++) {
      let slot = this.keys[pair] & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = pair + 1;
    }
  }
}

function copied<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
