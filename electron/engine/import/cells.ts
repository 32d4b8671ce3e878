/**
 * A batch of records as every container format delivers them: cells are byte ranges, so values that are never
 * looked at are never turned into strings.
 */
export interface CellBatch {
  readonly columns: number;
  /** How many records it can take. */
  readonly capacity: number;
  /** Records filled. */
  rows: number;
  /** UTF-8. Ranges with a negative start lie in `scratch` at -(start + 1). */
  bytes: Uint8Array;
  scratch: Uint8Array;
  /** Cell of record r, column c at index r * columns + c; an absent cell has end < 0. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Line of the file on which the record begins, from 1. */
  readonly line: Float64Array;
  /** The record's own bytes, for what is said about it. */
  readonly recordStart: Int32Array;
  readonly recordEnd: Int32Array;
  /** Why the container could not read the record, by record; absent for the others. */
  readonly problems: Map<number, string>;
}

const BATCH_ROWS = 4096;
const BATCH_CELLS = 1 << 18;

/** An empty batch; wide tables get fewer rows, so that its size does not depend on the file. */
export function newBatch(columns: number, rows = BATCH_ROWS): CellBatch {
  const capacity = Math.max(1, Math.min(rows, Math.floor(BATCH_CELLS / columns)));
  const cells = capacity * columns;
  return {
    columns,
    capacity,
    rows: 0,
    bytes: new Uint8Array(0),
    scratch: new Uint8Array(0),
    start: new Int32Array(cells),
    end: new Int32Array(cells),
    line: new Float64Array(capacity),
    recordStart: new Int32Array(capacity),
    recordEnd: new Int32Array(capacity),
    problems: new Map(),
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a cell; undefined when the record has no such cell. */
export function cellText(batch: CellBatch, cell: number): string | undefined {
  const end = batch.end[cell];
  if (end < 0) return undefined;
  const start = batch.start[cell];
  return start < 0
    ? decoder.decode(batch.scratch.subarray(-(start + 1), end))
    : decoder.decode(batch.bytes.subarray(start, end));
}

/** The record as it stands in the file. */
export function recordBytes(batch: CellBatch, row: number): Uint8Array {
  return batch.bytes.subarray(batch.recordStart[row], batch.recordEnd[row]);
}
