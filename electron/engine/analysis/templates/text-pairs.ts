const BLOCK_BITS = 20;
const BLOCK = 1 << BLOCK_BITS;
const GAP_BITS = 8;
const LARGEST_GAP = (1 << GAP_BITS) - 1;
/** Pair numbers above this do not fit beside their gap; 16 M is beyond what any text set of a case gives. */
export const MOST_PAIRS = 1 << (32 - GAP_BITS);

/**
 * The frequent pairs of all texts in order, packed in 32 bits each: the pair's number and the distance of its
 * place from the one before. Held in blocks, so that growing never copies.
 */
export class TextPairs {
  texts = 0;
  private readonly blocks: Uint32Array[] = [];
  private used = 0;
  private ends = new Float64Array(1 << 12);

  push(pair: number, gap: number): void {
    if (this.used >>> BLOCK_BITS === this.blocks.length) this.blocks.push(new Uint32Array(BLOCK));
    const packed = ((pair << GAP_BITS) | (gap > LARGEST_GAP ? LARGEST_GAP : gap)) >>> 0;
    this.blocks[this.used >>> BLOCK_BITS][this.used & (BLOCK - 1)] = packed;
    this.used++;
  }

  endText(): void {
    if (this.texts === this.ends.length) {
      const longer = new Float64Array(this.texts * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.ends[this.texts++] = this.used;
  }

  from(text: number): number {
    return text === 0 ? 0 : this.ends[text - 1];
  }

  to(text: number): number {
    return this.ends[text];
  }

  pairAt(i: number): number {
    return this.blocks[i >>> BLOCK_BITS][i & (BLOCK - 1)] >>> GAP_BITS;
  }

  gapAt(i: number): number {
    return this.blocks[i >>> BLOCK_BITS][i & (BLOCK - 1)] & LARGEST_GAP;
  }
}
