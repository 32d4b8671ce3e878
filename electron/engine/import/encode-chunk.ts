import { encodeNumbers, encodeText } from '../requests/codec.ts';
import {
  ACCOUNT_COLUMN,
  ID_HASH_COLUMNS,
  ROW_COLUMN,
  ROW_HASH_COLUMNS,
  TIME_COLUMN,
} from '../requests/columns.ts';
import { ChunkDictionary } from './chunk-dictionary.ts';
import type { Run } from './run.ts';

export const CHUNK_ROWS = 4096;
/** A block of one byte holds nothing but absent values and need not be kept. */
const EMPTY_BLOCK_BYTES = 1;

/** Rows ready to be written. */
export interface Chunk {
  readonly rows: number;
  readonly firstAccount: number;
  readonly lastAccount: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Microseconds UTC; null when no row has a time. */
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  readonly blocks: readonly (readonly [column: number, block: Uint8Array])[];
}

/** Encodes the rows of one run, chunk by chunk. */
export class ChunkEncoder {
  private readonly run: Run;
  private readonly caseIds: readonly number[];
  private readonly dictionaries: readonly ChunkDictionary[];
  /** One column of a chunk, before it is encoded. */
  private readonly values = new Float64Array(CHUNK_ROWS);

  /** @param caseIds per account number of the import, its id in the case. */
  constructor(run: Run, caseIds: readonly number[]) {
    this.run = run;
    this.caseIds = caseIds;
    this.dictionaries = run.texts.map((column) => new ChunkDictionary(column, CHUNK_ROWS));
  }

  /** @param rows of the run, at most CHUNK_ROWS, in the order of the chunk. */
  encode(rows: Uint32Array): Chunk {
    const { run } = this;
    const blocks: (readonly [number, Uint8Array])[] = [];
    const put = (column: number, block: Uint8Array) => {
      if (block.length > EMPTY_BLOCK_BYTES) blocks.push([column, block]);
    };
    const putNumbers = (column: number, values: Float64Array) => {
      put(column, encodeNumbers(values));
      return values;
    };
    const [firstRow, lastRow] = bounds(putNumbers(ROW_COLUMN, this.gather(run.row, rows)));
    const accounts = putNumbers(ACCOUNT_COLUMN, this.accountsOf(rows));
    const [firstAccount, lastAccount] = [accounts[0], accounts[rows.length - 1]];
    const [firstUs, lastUs] = bounds(putNumbers(TIME_COLUMN, this.gather(run.timeUs, rows)));
    for (const half of [0, 1] as const) {
      putNumbers(ID_HASH_COLUMNS[half], this.gather(run.idHash[half], rows));
      putNumbers(ROW_HASH_COLUMNS[half], this.gather(run.rowHash[half], rows));
    }
    for (const { number, values } of run.numbers) putNumbers(number, this.gather(values, rows));
    for (const dictionary of this.dictionaries) put(dictionary.number, encodeText(dictionary.ofRows(rows)));
    return {
      rows: rows.length,
      firstAccount,
      lastAccount,
      firstRow,
      lastRow,
      firstUs: firstUs <= lastUs ? firstUs : null,
      lastUs: firstUs <= lastUs ? lastUs : null,
      blocks,
    };
  }

  private accountsOf(rows: Uint32Array): Float64Array {
    const { caseIds, values } = this;
    const { account } = this.run;
    for (let i = 0; i < rows.length; i++) values[i] = caseIds[account[rows[i]]];
    return values.subarray(0, rows.length);
  }

  private gather(column: Float64Array, rows: Uint32Array): Float64Array {
    const { values } = this;
    for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]];
    return values.subarray(0, rows.length);
  }
}

/** Least and greatest value, NaN passed over; the least exceeds the greatest when there is none. */
function bounds(values: Float64Array): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}
