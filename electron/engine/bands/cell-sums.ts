/** Requests by quarter hour and value, each pair once. */
export interface CellSums {
  /** Quarter hours since 1970 UTC; NaN for requests without a valid time. */
  readonly bin: Float64Array;
  /** A number of the caller's for the value. */
  readonly value: Uint32Array;
  readonly requests: Float64Array;
}

/** Adds up single requests to cells; as many objects as there are cells at a time, not as there are requests. */
export class CellCounter {
  private readonly byValue = new Map<number, Map<number, number>>();

  add(bin: number, value: number): void {
    let bins = this.byValue.get(value);
    if (!bins) {
      bins = new Map();
      this.byValue.set(value, bins);
    }
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }

  finish(): CellSums {
    const cells = [...this.byValue.values()].reduce((sum, { size }) => sum + size, 0);
    const sums = {
      bin: new Float64Array(cells),
      value: new Uint32Array(cells),
      requests: new Float64Array(cells),
    };
    let at = 0;
    for (const [value, bins] of this.byValue) {
      for (const [bin, requests] of bins) {
        sums.bin[at] = bin;
        sums.value[at] = value;
        sums.requests[at++] = requests;
      }
    }
    return sums;
  }
}
