const BLOCK_BITS = 20;
const BLOCK = 1 << BLOCK_BITS;

/** A column of 32-bit values that grows by blocks, so that growing never copies. */
export class GrowingUint32 {
  count = 0;
  private readonly blocks: Uint32Array[] = [];

  push(value: number): void {
    if (this.count >>> BLOCK_BITS === this.blocks.length) this.blocks.push(new Uint32Array(BLOCK));
    this.blocks[this.count >>> BLOCK_BITS][this.count & (BLOCK - 1)] = value;
    this.count++;
  }

  at(i: number): number {
    return this.blocks[i >>> BLOCK_BITS][i & (BLOCK - 1)];
  }

  /** The values so far, as one array of their own. */
  values(): Uint32Array {
    const all = new Uint32Array(this.count);
    this.blocks.forEach((block, b) => {
      const from = b << BLOCK_BITS;
      all.set(block.subarray(0, Math.min(BLOCK, this.count - from)), from);
    });
    return all;
  }
}
