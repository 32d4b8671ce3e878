import { NumberReader } from './packed-numbers.ts';

/**
 * Counts of one account's values as bytes: for each field that has some its column number and how many values follow,
 * then per value its number in the source, requests, input and output tokens; see packed-numbers.ts.
 */

/** Tells `hear` each value of a packed account, or of several in bytes[from .. to]: the column number of its field, its number in the source, its counts. */
export function eachValue(
  bytes: Uint8Array,
  hear: (column: number, value: number, requests: number, input: number, output: number) => void,
  from = 0,
  to = bytes.length,
): void {
  const numbers = new NumberReader();
  numbers.open(bytes.subarray(from, to));
  while (!numbers.isAtEnd) {
    const column = numbers.get();
    for (let left = numbers.get(); left > 0; left--)
      hear(column, numbers.get(), numbers.get(), numbers.get(), numbers.get());
  }
}
