export const HOUR_US = 3_600_000_000;
export const DAY_US = 24 * HOUR_US;

/** Requests per bin: bin k holds times in [fromUs + k binUs, fromUs + (k + 1) binUs); others and NaN are left out. */
export function binCounts(
  timesUs: ArrayLike<number>,
  fromUs: number,
  binUs: number,
  bins: number,
): Float64Array {
  const counts = new Float64Array(bins);
  for (let i = 0; i < timesUs.length; i++) {
    const bin = Math.floor((timesUs[i] - fromUs) / binUs);
    if (bin >= 0 && bin < bins) counts[bin]++;
  }
  return counts;
}
