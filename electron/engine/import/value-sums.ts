import type { NumberWriter } from '../requests/packed-numbers.ts';

/** Sums per value number of one field: dense arrays, and a list of those in use, so that emptying costs no more. */
export class ValueSums {
  /** Value numbers in use, in order of first use; `count` of them. */
  readonly used: Uint32Array;
  count = 0;
  readonly requests: Float64Array;
  readonly input: Float64Array;
  readonly output: Float64Array;
  private readonly inUse: Uint8Array;

  /** @param values value numbers are below this. */
  constructor(values: number) {
    this.used = new Uint32Array(values);
    this.inUse = new Uint8Array(values);
    this.requests = new Float64Array(values);
    this.input = new Float64Array(values);
    this.output = new Float64Array(values);
  }

  has(value: number): boolean {
    return this.inUse[value] === 1;
  }

  add(value: number, requests: number, input: number, output: number): void {
    if (this.inUse[value] === 0) {
      this.inUse[value] = 1;
      this.used[this.count++] = value;
    }
    this.requests[value] += requests;
    this.input[value] += input;
    this.output[value] += output;
  }

  /** Writes the sums as a field of a packed account, adds them to `total` if given, and is empty again. */
  moveTo(writer: NumberWriter, column: number, total?: ValueSums): void {
    if (this.count === 0) return;
    writer.put(column);
    writer.put(this.count);
    for (let k = 0; k < this.count; k++) {
      const value = this.used[k];
      const requests = this.requests[value];
      const input = this.input[value];
      const output = this.output[value];
      writer.put(value);
      writer.put(requests);
      writer.put(input);
      writer.put(output);
      total?.add(value, requests, input, output);
      this.inUse[value] = 0;
      this.requests[value] = 0;
      this.input[value] = 0;
      this.output[value] = 0;
    }
    this.count = 0;
  }
}
