/**
 * Gives byte strings numbers from 0 without making strings of them: equal ones the same number, until `clear`
 * finds that nearly all were distinct and gives up looking (one that is never cleared stays exact).
 *
 * Two 32-bit hash lanes, seeded so that nobody outside can prepare collisions, are left in `high` and `low`
 * for the hash of the whole row: every cell is hashed once.
 */
export class Interner {
  bytes = new Uint8Array(4096);
  /** Text k is bytes[ends[k - 1] .. ends[k]]. */
  ends = new Uint32Array(256);
  count = 0;
  high = 0;
  low = 0;
  private readonly seedHigh: number;
  private readonly seedLow: number;
  private hashes = new Int32Array(256);
  private slots = new Int32Array(1024).fill(-1);
  private last = -1;
  /** The bytes that texts are taken from, and `bytes`, to be read and written four at a time. */
  private viewed: Uint8Array = new Uint8Array(0);
  private view: DataView = viewOf(this.viewed);
  private ownView: DataView = viewOf(this.bytes);
  private searches = 0;
  /** Set when nearly every text was new: then looking for it costs more than keeping it twice. */
  private appendOnly = false;

  constructor(seed: readonly [high: number, low: number]) {
    this.seedHigh = seed[0] | 0;
    this.seedLow = seed[1] | 0;
  }

  /** The number of bytes[from .. to]; a text not seen before gets the next number. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    this.lookAt(bytes);
    // Many columns repeat the row before; then there is nothing to hash, and the lanes are still right.
    if (this.last >= 0 && this.equals(this.last, from, to)) return this.last;
    this.searches++;
    this.last = this.find(from, to);
    return this.last;
  }

  /** The number of bytes[from .. to], or -1 where it has none yet; for an interner that is never cleared. */
  numberOf(bytes: Uint8Array, from: number, to: number): number {
    this.lookAt(bytes);
    this.hash(from, to);
    const mixed = this.high ^ this.low;
    const mask = this.slots.length - 1;
    for (let slot = mixed & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot];
      if (entry < 0 || (this.hashes[entry] === mixed && this.equals(entry, from, to))) return entry;
    }
  }

  private find(from: number, to: number): number {
    this.hash(from, to);
    const mixed = this.high ^ this.low;
    if (this.appendOnly) {
      this.append(from, to, mixed);
      return this.count - 1;
    }
    const mask = this.slots.length - 1;
    let slot = mixed & mask;
    for (;;) {
      const entry = this.slots[slot];
      if (entry < 0) break;
      if (this.hashes[entry] === mixed && this.equals(entry, from, to)) return entry;
      slot = (slot + 1) & mask;
    }
    this.append(from, to, mixed);
    this.slots[slot] = this.count - 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return this.count - 1;
  }

  private lookAt(bytes: Uint8Array): void {
    if (bytes === this.viewed) return;
    this.viewed = bytes;
    this.view = viewOf(bytes);
  }

  /** Leaves the two lanes in `high` and `low`. Four bytes at a time: most of an import's time is spent here. */
  private hash(from: number, to: number): void {
    const { viewed: bytes, view } = this;
    let high = this.seedHigh;
    let low = this.seedLow ^ (to - from);
    let i = from;
    for (const end = to - 3; i < end; i += 4) {
      const word = view.getInt32(i, true);
      high = Math.imul(high ^ word, 0x01000193);
      high ^= high >>> 15;
      low = Math.imul(low ^ word, 0x85ebca6b) ^ (low >>> 13);
    }
    let rest = 0;
    for (; i < to; i++) rest = (rest << 8) | bytes[i];
    high = Math.imul(high ^ rest, 0x01000193);
    low = Math.imul(low ^ rest, 0x85ebca6b) ^ (low >>> 13);
    this.high = high ^ (high >>> 15);
    this.low = low ^ (low >>> 16);
  }

  /** How many bytes the texts take together. */
  get size(): number {
    return this.count === 0 ? 0 : this.ends[this.count - 1];
  }

  /** Forgets all texts. How distinct they were decides whether the next ones are looked for at all. */
  clear(): void {
    this.appendOnly ||= this.searches > 1000 && this.count > 0.95 * this.searches;
    this.searches = 0;
    this.count = 0;
    this.last = -1;
    this.slots.fill(-1);
  }

  private equals(entry: number, from: number, to: number): boolean {
    const start = entry === 0 ? 0 : this.ends[entry - 1];
    if (this.ends[entry] - start !== to - from) return false;
    const { view, ownView } = this;
    let i = from;
    let j = start;
    for (const end = to - 3; i < end; i += 4, j += 4) {
      if (view.getInt32(i, true) !== ownView.getInt32(j, true)) return false;
    }
    for (; i < to; i++, j++) if (view.getUint8(i) !== ownView.getUint8(j)) return false;
    return true;
  }

  private append(from: number, to: number, hash: number): void {
    const start = this.size;
    const end = start + to - from;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, start));
      this.bytes = larger;
      this.ownView = viewOf(larger);
    }
    const { view, ownView } = this;
    let i = from;
    let j = start;
    for (const whole = to - 3; i < whole; i += 4, j += 4) ownView.setInt32(j, view.getInt32(i, true), true);
    for (; i < to; i++, j++) ownView.setUint8(j, view.getUint8(i));
    if (this.count === this.ends.length) {
      this.ends = grown(this.ends, new Uint32Array(this.count * 2));
      this.hashes = grown(this.hashes, new Int32Array(this.count * 2));
    }
    this.ends[this.count] = end;
    this.hashes[this.count] = hash;
    this.count++;
  }

  /** Keeps the table at most half full. */
  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.count; entry++) {
      let slot = this.hashes[entry] & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.slots = slots;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function grown<Numbers extends Uint32Array | Int32Array>(array: Numbers, larger: Numbers): Numbers {
  larger.set(array);
  return larger;
}
