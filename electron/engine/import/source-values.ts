import { Interner } from '../interner.ts';
import type { RunText } from './run.ts';

/** How many distinct values of a field are told apart in a source; all further ones are counted together. */
export const MOST_VALUES = 10_000;
/** Longer values are counted with those, whenever they turn up: such a text names no model and no topic. */
export const MOST_VALUE_BYTES = 1000;

/** Number of what is not told apart. */
export const OTHER_VALUES = 0;
const UNKNOWN = 0xffff_ffff;

/** The distinct values of one field of a source, numbered from 1 in the order in which they turn up. */
export class SourceValues {
  private readonly texts: Interner;
  private readonly most: number;

  constructor(seed: readonly [number, number], most: number) {
    this.texts = new Interner(seed);
    this.most = most;
  }

  /**
   * The value number of each code of a run's column: `[code]`, for those that rows have. Texts that no row has any
   * more, because it was not stored, get none, and take nobody's place.
   */
  numbersOf({ bytes, ends, codes }: RunText): Uint32Array {
    const numbers = new Uint32Array(ends.length + 1).fill(UNKNOWN);
    for (const code of codes) {
      if (code === 0 || numbers[code] !== UNKNOWN) continue;
      numbers[code] = this.numberOf(bytes, code === 1 ? 0 : ends[code - 2], ends[code - 1]);
    }
    return numbers;
  }

  /** The text of a value number from 1 on. */
  text(number: number): string {
    const { bytes, ends } = this.texts;
    return decoder.decode(bytes.subarray(number === 1 ? 0 : ends[number - 2], ends[number - 1]));
  }

  /** Whether no further value is told apart. */
  get isFull(): boolean {
    return this.texts.count >= this.most;
  }

  private numberOf(bytes: Uint8Array, from: number, to: number): number {
    if (to - from > MOST_VALUE_BYTES) return OTHER_VALUES;
    if (this.texts.count < this.most) return 1 + this.texts.intern(bytes, from, to);
    return 1 + this.texts.numberOf(bytes, from, to);
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
