/**
 * Where a value stands among a cohort: the share of the cohort below it plus half the share equal to it, in [0, 1]
 * (mid-rank, so that ties do not favour a side). `sorted` ascends without NaN; NaN for an empty cohort.
 */
export function percentileIn(sorted: ArrayLike<number>, value: number): number {
  if (sorted.length === 0 || Number.isNaN(value)) return Number.NaN;
  return (countBelow(sorted, value, false) + countBelow(sorted, value, true)) / (2 * sorted.length);
}

/** How many of an ascending list are below `value`, or with `orEqual` not above it. */
export function countBelow(sorted: ArrayLike<number>, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value below which that share (in [0, 1]) of an ascending list lies, straight between ranks; NaN when empty. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
