import { NumberReader, type NumberWriter } from '../requests/packed-numbers.ts';

/** Stands for the bin of requests without a valid time; after every other. */
export const NO_BIN = 0x7fff_ffff;

/** Requests of one account in one quarter hour with one combination of values. */
export interface Cells {
  /** Quarter hours since 1970 UTC, ascending, NO_BIN last; within one, combinations ascend. */
  readonly bin: Int32Array;
  readonly combination: Uint32Array;
  readonly requests: Float64Array;
}

/**
 * Cells of an account as bytes: how many there are, then per cell the distance of its bin from the bin before, its
 * combination and its requests, all unsigned LEB128 numbers. The first distance is from FIRST_BIN.
 */
export function packCells(writer: NumberWriter, { bin, combination, requests }: Cells): Uint8Array {
  writer.put(bin.length);
  let before = FIRST_BIN;
  for (let i = 0; i < bin.length; i++) {
    writer.put(bin[i] - before);
    writer.put(combination[i]);
    writer.put(requests[i]);
    before = bin[i];
  }
  return writer.take();
}

/** Before all times: the least number that a bin can be. */
const FIRST_BIN = -0x8000_0000;

/** How many cells are packed here. */
export function countCells(bytes: Uint8Array): number {
  const reader = new CellReader();
  reader.open(bytes);
  return reader.left;
}

/** Reads packed cells one after another without making an object of each. */
export class CellReader {
  /** Cells not read yet. */
  left = 0;
  bin = FIRST_BIN;
  combination = 0;
  requests = 0;
  private readonly numbers = new NumberReader();

  open(bytes: Uint8Array): void {
    this.numbers.open(bytes);
    this.bin = FIRST_BIN;
    this.left = this.numbers.get();
  }

  next(): void {
    this.bin += this.numbers.get();
    this.combination = this.numbers.get();
    this.requests = this.numbers.get();
    this.left--;
  }
}
