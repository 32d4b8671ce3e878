/**
 * The order in which a run is written: by the account's id in the case, then by time (rows without a valid
 * time last), then by row. Linear in rows, but for sorting accounts that the case had before by id; times are
 * mostly in order already.
 *
 * @param account per row, the account's number in the import.
 * @param caseIds per account number, its id in the case.
 */
export function runOrder(
  account: Uint32Array,
  timeUs: Float64Array,
  caseIds: readonly number[],
): Uint32Array {
  const rows = account.length;
  const rank = ranks(caseIds);
  const next = new Uint32Array(caseIds.length + 1);
  for (let i = 0; i < rows; i++) next[rank[account[i]] + 1]++;
  for (let i = 1; i < next.length; i++) next[i] += next[i - 1];
  const groups = next.slice();
  const order = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) order[next[rank[account[i]]]++] = i;
  for (let g = 0; g < caseIds.length; g++) {
    if (groups[g + 1] - groups[g] > 1) sortGroup(order, groups[g], groups[g + 1], timeUs);
  }
  return order;
}

/** The place of each id among all, by size. New accounts of a case get their ids in order, and need no sorting. */
function ranks(ids: readonly number[]): Uint32Array {
  const bySize = Uint32Array.from({ length: ids.length }, (_, i) => i);
  if (ids.every((id, i) => i === 0 || ids[i - 1] < id)) return bySize;
  bySize.sort((a, b) => ids[a] - ids[b]);
  const rank = new Uint32Array(ids.length);
  for (let i = 0; i < bySize.length; i++) rank[bySize[i]] = i;
  return rank;
}

function sortGroup(order: Uint32Array, from: number, to: number, timeUs: Float64Array): void {
  for (let i = from + 1; i < to; i++) {
    const [before, after] = [timeUs[order[i - 1]], timeUs[order[i]]];
    // A comparison with NaN is false, and NaN belongs at the end.
    if (before <= after || Number.isNaN(after)) continue;
    const key = (row: number) => (Number.isNaN(timeUs[row]) ? Number.POSITIVE_INFINITY : timeUs[row]);
    order.subarray(from, to).sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      return left === right ? a - b : left - right;
    });
    return;
  }
}
