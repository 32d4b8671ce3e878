import { hashPair } from './hash.ts';
import type { Scanner } from './scanner.ts';
import { SIMHASH_SEEDS } from './seeds.ts';

/** Four bits spread to four bytes, so that one addition counts four bits. */
const SPREAD = Uint32Array.from(
  { length: 16 },
  (_, n) => (n & 1) | ((n & 2) << 7) | ((n & 4) << 14) | ((n & 8) << 21),
);

/**
 * SimHash of the scanner's last text over pairs of neighbouring tokens, words, numbers and quotes as they are
 * (case and spacing do not count): two 32-bit halves in `high` and `low`. Texts that differ in a few words of
 * many differ in few of the 64 bits.
 */
export class SimHash {
  high = 0;
  low = 0;
  private readonly bytes = new Uint32Array(16);
  private readonly totals = new Int32Array(64);

  read(scanner: Scanner): void {
    const { exact, count } = scanner;
    const { bytes, totals } = this;
    totals.fill(0);
    bytes.fill(0);
    let held = 0;
    for (let k = 1; k < count; k++) {
      const high = hashPair(exact[k - 1], exact[k], SIMHASH_SEEDS[0]);
      const low = hashPair(exact[k - 1], exact[k], SIMHASH_SEEDS[1]);
      for (let nibble = 0; nibble < 8; nibble++) {
        bytes[nibble] += SPREAD[(low >>> (nibble * 4)) & 15];
        bytes[nibble + 8] += SPREAD[(high >>> (nibble * 4)) & 15];
      }
      if (++held === 255) {
        this.spill();
        held = 0;
      }
    }
    this.spill();
    this.low = this.half(0, count - 1);
    this.high = this.half(32, count - 1);
  }

  private spill(): void {
    for (let nibble = 0; nibble < 16; nibble++) {
      const packed = this.bytes[nibble];
      for (let bit = 0; bit < 4; bit++) this.totals[nibble * 4 + bit] += (packed >>> (bit * 8)) & 255;
      this.bytes[nibble] = 0;
    }
  }

  private half(from: number, pairs: number): number {
    let bits = 0;
    for (let bit = 0; bit < 32; bit++) if (this.totals[from + bit] * 2 > pairs) bits |= 1 << bit;
    return bits >>> 0;
  }
}
