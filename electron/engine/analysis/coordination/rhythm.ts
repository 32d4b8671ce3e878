/** Rounding leaves about this share of the squares of a series that is all rhythm. */
const NOTHING = 1e-18;

/**
 * A series less the mean of its slot (bin modulo `slots`: hour of day or of week), scaled to unit length;
 * undefined where nothing is left. Only the first `bins` bins count.
 */
export function withoutRhythm(
  series: ArrayLike<number>,
  bins: number,
  slots: number,
): Float64Array | undefined {
  const means = new Float64Array(slots);
  const times = new Float64Array(slots);
  let scale = 0;
  for (let t = 0; t < bins; t++) {
    means[t % slots] += series[t];
    times[t % slots]++;
    scale += series[t] * series[t];
  }
  const left = new Float64Array(bins);
  for (let t = 0; t < bins; t++) left[t] = series[t] - means[t % slots] / times[t % slots];
  return unitLength(left, scale);
}

/**
 * The mean correlation over pairs of unit series after regressing each on a factor of any length (none where it is
 * undefined): (|sum|^2 - n) / (n (n - 1)). Series that are all factor do not count; 0 below two. O(series * bins).
 */
export function meanCorrelation(series: readonly Float64Array[], factor: Float64Array | undefined): number {
  if (series.length === 0) return 0;
  const direction = factor && unitLength(factor);
  const sum = new Float64Array(series[0].length);
  let n = 0;
  for (const own of series) {
    let along = 0;
    if (direction) for (let t = 0; t < sum.length; t++) along += own[t] * direction[t];
    const left = 1 - along * along;
    if (left < 1e-9) continue;
    const scale = 1 / Math.sqrt(left);
    n++;
    if (direction) for (let t = 0; t < sum.length; t++) sum[t] += scale * (own[t] - along * direction[t]);
    else for (let t = 0; t < sum.length; t++) sum[t] += own[t];
  }
  if (n < 2) return 0;
  let square = 0;
  for (const value of sum) square += value * value;
  return (square - n) / (n * (n - 1));
}

/** Scaled to unit length; undefined where it is nothing beside `scale`. */
function unitLength(series: Float64Array, scale = 0): Float64Array | undefined {
  let square = 0;
  for (const value of series) square += value * value;
  if (!(square > NOTHING * scale)) return undefined;
  const length = Math.sqrt(square);
  return series.map((value) => value / length);
}
