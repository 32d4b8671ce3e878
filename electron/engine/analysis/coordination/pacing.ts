/**
 * Burstiness of n gaps between requests, corrected for few (Kim and Jo 2016, arXiv 1604.01125, eq. 22):
 * A_n(r) = (sqrt(n + 1) r - sqrt(n - 1)) / ((sqrt(n + 1) - 2) r + sqrt(n - 1)) with r = sd / mean of the gaps.
 * -1 regular, 0 Poisson, towards 1 bursty. NaN for fewer than two gaps or gaps of nothing; any unit.
 */
export function burstiness(gaps: ArrayLike<number>): number {
  const n = gaps.length;
  if (n < 2) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += gaps[i];
  const mean = sum / n;
  if (!(mean > 0)) return Number.NaN;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (gaps[i] - mean) ** 2;
  const r = Math.sqrt(squares / n) / mean;
  const more = Math.sqrt(n + 1);
  const less = Math.sqrt(n - 1);
  return (more * r - less) / ((more - 2) * r + less);
}

/** The gaps between ascending times, in the times' unit. */
export function gapsOf(times: ArrayLike<number>): Float64Array {
  const gaps = new Float64Array(Math.max(0, times.length - 1));
  for (let i = 0; i < gaps.length; i++) gaps[i] = times[i + 1] - times[i];
  return gaps;
}

/** Gaps from 1 ms to 2^32 ms (50 days), one bin an octave. */
const GAP_BINS = 32;

/**
 * Shannon entropy of gaps between requests (in us) over octaves from 1 ms to 50 days, divided by log2(32), in
 * [0, 1]: 0 where all gaps fall into one octave. Shorter and longer gaps count in the outermost. NaN without gaps.
 */
export function gapEntropy(gapsUs: ArrayLike<number>): number {
  const counts = new Float64Array(GAP_BINS);
  for (let i = 0; i < gapsUs.length; i++) {
    const octave = Math.floor(Math.log2(Math.max(1, gapsUs[i] / 1000)));
    counts[Math.min(GAP_BINS - 1, octave)]++;
  }
  return entropyBits(counts) / Math.log2(GAP_BINS);
}

/** Shannon entropy in bits of counts of any scale; NaN where all are zero. */
export function entropyBits(counts: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < counts.length; k++) total += counts[k];
  if (total === 0) return Number.NaN;
  let entropy = 0;
  for (let k = 0; k < counts.length; k++) {
    if (counts[k] > 0) entropy -= (counts[k] / total) * Math.log2(counts[k] / total);
  }
  return entropy;
}
