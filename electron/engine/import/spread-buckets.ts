import { BIN_US } from '../../../shared/contract/timeline.ts';
import { countable, type RowValues } from '../requests/activity-writer.ts';

/** Rows that count stretches of time; each column indexed by row. */
export interface BucketRows extends RowValues {
  /** Length of the stretch, from the row's time on; NaN or 0 where the row stands for its instant alone. */
  readonly bucketSeconds: Float64Array | undefined;
}

/** Rows to be packed as activity, with the account of each. */
export interface SpreadRows {
  readonly order: Uint32Array;
  readonly account: Float64Array;
  readonly values: RowValues;
}

const PIECES_AT_ONCE = 200_000;
/** Quarter hours of a year; counts of a longer time are spread over so many of its quarter hours. */
const MOST_PIECES = 366 * 96;

/**
 * Cuts rows that count stretches of time into one piece per quarter hour covered, each with its even share in
 * whole numbers: what is rounded off one piece goes to the next, so that the pieces add up to the row and small
 * counts lie apart instead of together. Pieces come sorted by account and time, many rows at a time.
 * @param order rows by ascending account.
 */
export function* spreadBuckets(
  order: Uint32Array,
  accountOf: (row: number) => number,
  rows: BucketRows,
): Generator<SpreadRows> {
  let pieces: Piece[] = [];
  for (let from = 0; from < order.length; ) {
    const account = accountOf(order[from]);
    const own: Piece[] = [];
    let to = from;
    for (; to < order.length && accountOf(order[to]) === account; to++)
      addPieces(own, account, order[to], rows);
    pieces = pieces.concat(own.sort((a, b) => a.us - b.us));
    if (pieces.length > PIECES_AT_ONCE) {
      yield packed(pieces);
      pieces = [];
    }
    from = to;
  }
  if (pieces.length > 0) yield packed(pieces);
}

interface Piece {
  readonly account: number;
  readonly us: number;
  readonly requests: number;
  readonly failed: number;
  readonly input: number;
  readonly output: number;
}

function addPieces(pieces: Piece[], account: number, row: number, rows: BucketRows): void {
  const start = rows.timeUs[row];
  if (Number.isNaN(start)) return;
  const seconds = rows.bucketSeconds?.[row] ?? 0;
  const width = seconds > 0 ? seconds * 1_000_000 : 1;
  const firstBin = Math.floor(start / BIN_US);
  const bins = Math.ceil((start + width) / BIN_US) - firstBin;
  const step = Math.ceil(bins / MOST_PIECES);
  const [requests, input, output] = [rows.requests, rows.input, rows.output].map((values) => {
    const total = values ? countable(values[row], rows.mostTokens) : 0;
    let given = 0;
    return (share: number) => {
      const upTo = Math.round(total * share);
      const part = upTo - given;
      given = upTo;
      return part;
    };
  });
  for (let bin = 0; bin < bins; bin += step) {
    const end = (firstBin + bin + step) * BIN_US;
    const share = Math.min(1, (end - start) / width);
    const piece = {
      account,
      us: bin === 0 ? start : (firstBin + bin) * BIN_US,
      requests: requests(share),
      failed: bin === 0 ? rows.failed[row] : 0,
      input: input(share),
      output: output(share),
    };
    if (piece.requests + piece.failed + piece.input + piece.output > 0) pieces.push(piece);
  }
}

function packed(pieces: readonly Piece[]): SpreadRows {
  return {
    order: Uint32Array.from(pieces.keys()),
    account: Float64Array.from(pieces, ({ account }) => account),
    values: {
      timeUs: Float64Array.from(pieces, ({ us }) => us),
      failed: Uint8Array.from(pieces, ({ failed }) => failed),
      requests: Float64Array.from(pieces, ({ requests }) => requests),
      input: Float64Array.from(pieces, ({ input }) => input),
      output: Float64Array.from(pieces, ({ output }) => output),
      mostTokens: Number.MAX_SAFE_INTEGER,
    },
  };
}
