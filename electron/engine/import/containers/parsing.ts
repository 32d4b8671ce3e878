import { isUtf8 } from 'node:buffer';
import type { CellBatch } from '../cells.ts';

/** A scratch area with room for so many more bytes: the same, or a larger one with the same beginning. */
export function roomFor(scratch: Uint8Array, used: number, need: number): Uint8Array {
  if (used + need <= scratch.length) return scratch;
  const larger = new Uint8Array(Math.max(used + need, scratch.length * 2, 65_536));
  larger.set(scratch.subarray(0, used));
  return larger;
}

/** A replacement character would hide what stood there, so records that are no UTF-8 are reported instead. */
export function markWrongBytes(batch: CellBatch, problem: string): void {
  const { rows, bytes } = batch;
  if (rows === 0) return;
  if (isUtf8(bytes.subarray(batch.recordStart[0], batch.recordEnd[rows - 1]))) return;
  for (let row = 0; row < rows; row++) {
    if (batch.problems.has(row)) continue;
    const record = bytes.subarray(batch.recordStart[row], batch.recordEnd[row]);
    if (!isUtf8(record)) batch.problems.set(row, problem);
  }
}
