import { BIN_US } from '../../../shared/contract/timeline.ts';
import { NumberWriter } from './packed-numbers.ts';

/** A stretch of packed activity in a larger buffer; see activity-codec.ts for the form. */
export interface PackedBins {
  readonly count: number;
  readonly firstBin: number;
  readonly lastBin: number;
  /** Where the bytes behind the head begin and end. */
  readonly from: number;
  readonly to: number;
}

/** Packs activity straight from rows, without building arrays in between. */
export class ActivityWriter {
  private readonly numbers = new NumberWriter();

  /**
   * Packs rows[from .. to], ascending by time, as bins of a quarter hour; rows without a time are passed over.
   * @param each told each bin with its sums.
   * @returns undefined when no row has a time.
   */
  pack(
    rows: Uint32Array,
    from: number,
    to: number,
    values: RowValues,
    each: (bin: number, requests: number, failed: number, input: number, output: number) => void,
  ): PackedBins | undefined {
    const { timeUs, failed, input, output, mostTokens } = values;
    const weights = values.requests;
    const { numbers } = this;
    const start = numbers.length;
    let count = 0;
    let firstBin = 0;
    let lastBin = 0;
    for (let i = from; i < to; ) {
      const bin = Math.floor(timeUs[rows[i]] / BIN_US);
      // Rows without a time come last.
      if (Number.isNaN(bin)) break;
      const endUs = (bin + 1) * BIN_US;
      let [requests, failures, inputSum, outputSum] = [0, 0, 0, 0];
      for (; i < to && timeUs[rows[i]] < endUs; i++) {
        const row = rows[i];
        requests += weights ? countable(weights[row], mostTokens) : 1;
        failures += failed[row];
        if (input) inputSum += countable(input[row], mostTokens);
        if (output) outputSum += countable(output[row], mostTokens);
      }
      numbers.put(count === 0 ? 0 : bin - lastBin);
      numbers.put(requests);
      numbers.put(failures);
      numbers.put(inputSum);
      numbers.put(outputSum);
      each(bin, requests, failures, inputSum, outputSum);
      if (count === 0) firstBin = bin;
      lastBin = bin;
      count++;
    }
    return count === 0 ? undefined : { count, firstBin, lastBin, from: start, to: numbers.length };
  }

  /** All that was packed; what `pack` returned says where in it. */
  take(): Uint8Array {
    return this.numbers.take();
  }
}

/** Columns of a run that activity sums up, each indexed by row. */
export interface RowValues {
  readonly timeUs: Float64Array;
  /** 1 where the request failed. */
  readonly failed: Uint8Array;
  /** How many requests each row stands for; undefined where it is one each. */
  readonly requests?: Float64Array;
  readonly input: Float64Array | undefined;
  readonly output: Float64Array | undefined;
  /** The largest count to believe; without it, that of a single request. */
  readonly mostTokens?: number;
}

/** No request has this many tokens: what exceeds it is something else in the wrong column. */
const MAX_TOKENS = 1e9;

/** No stretch of time has this many, whoever is counted together. */
export const MOST_OF_A_BUCKET = 1e12;

/** A count that can be added up; 0 for what is none, or exceeds the largest to believe. */
export function countable(value: number, most = MAX_TOKENS): number {
  return value >= 0 && value <= most && Number.isInteger(value) ? value : 0;
}
