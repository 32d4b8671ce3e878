/** One text column of a run: distinct texts, and per row 0 for absent or 1 + the text's number. */
export interface RunText {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  readonly codes: Uint32Array;
}

export interface RunNumbers {
  readonly number: number;
  /** NaN where absent. */
  readonly values: Float64Array;
}

/** Rows of an import in the order of the file, column by column; plain data, so that it can change threads. */
export interface Run {
  readonly rows: number;
  /** Number of the row's account in this import, from 0. */
  readonly account: Uint32Array;
  /** NaN without a valid time. */
  readonly timeUs: Float64Array;
  /** Number of the record in the file, from 1. */
  readonly row: Float64Array;
  /** Upper and lower half of the hash of the request id (NaN without one), and of the whole row. */
  readonly idHash: readonly [Float64Array, Float64Array];
  readonly rowHash: readonly [Float64Array, Float64Array];
  readonly texts: readonly RunText[];
  readonly numbers: readonly RunNumbers[];
  /** Outside ids of the accounts first seen in this run; their numbers go on from those seen before. */
  readonly newAccounts: readonly string[];
}
