import { scramble } from './hash.ts';
import { SKETCH_SEEDS } from './seeds.ts';

const ROW_BITS = 24;

/**
 * Counts how often values occur, never too low and seldom too high, up to 255, in 32 MB whatever their number
 * (a count-min sketch of two rows with conservative update).
 */
export class FrequencySketch {
  private readonly one = new Uint8Array(1 << ROW_BITS);
  private readonly other = new Uint8Array(1 << ROW_BITS);

  add(value: number): void {
    const { one, other } = this;
    const a = scramble(value ^ SKETCH_SEEDS[0]) >>> (32 - ROW_BITS);
    const b = scramble(value ^ SKETCH_SEEDS[1]) >>> (32 - ROW_BITS);
    const x = one[a];
    const y = other[b];
    if (x <= y && x < 255) one[a] = x + 1;
    if (y <= x && y < 255) other[b] = y + 1;
  }

  /** At least the number of times `value` was added, or 255. */
  count(value: number): number {
    const x = this.one[scramble(value ^ SKETCH_SEEDS[0]) >>> (32 - ROW_BITS)];
    const y = this.other[scramble(value ^ SKETCH_SEEDS[1]) >>> (32 - ROW_BITS)];
    return x < y ? x : y;
  }
}
