/** A column of 32-bit values that grows by doubling. */
export class GrowingUint32 {
  count = 0;
  private held = new Uint32Array(1 << 12);

  push(value: number): void {
    if (this.count === this.held.length) {
      const longer = new Uint32Array(this.count * 2);
      longer.set(this.held);
      this.held = longer;
    }
    this.held[this.count++] = value;
  }

  /** The values so far, without copying. */
  values(): Uint32Array {
    return this.held.subarray(0, this.count);
  }
}
