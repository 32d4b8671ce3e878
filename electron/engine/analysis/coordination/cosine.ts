/** Sparse vectors in rows: entries of row i are `columns` and `values` from `from[i]` to `from[i + 1] - 1`, columns ascending. */
export interface SparseRows {
  readonly from: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
}

/** Cosine of two rows, in [0, 1] for values not below zero; 0 where a row is empty. O(entries of both). */
export function cosine(rows: SparseRows, one: number, other: number): number {
  const { from, columns, values } = rows;
  let i = from[one];
  let j = from[other];
  let product = 0;
  while (i < from[one + 1] && j < from[other + 1]) {
    if (columns[i] === columns[j]) product += values[i++] * values[j++];
    else if (columns[i] < columns[j]) i++;
    else j++;
  }
  return product === 0 ? 0 : product / (lengthOf(rows, one) * lengthOf(rows, other));
}

function lengthOf({ from, values }: SparseRows, row: number): number {
  let square = 0;
  for (let at = from[row]; at < from[row + 1]; at++) square += values[at] * values[at];
  return Math.sqrt(square);
}
