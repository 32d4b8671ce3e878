import { chanceOfNone, type FrequencyCounts } from './frequency-counts.ts';

/**
 * Good-Turing: estimated share of the source's traffic that goes to things already seen, 1 - f1/n improved by the
 * things seen twice (Chao and Jost 2012, eq. 4a); between 0 and 1.
 */
export function sampleCoverage({ n, once, twice }: FrequencyCounts): number {
  if (n === 0) return 0;
  if (once === 0) return 1;
  const seenTwice = twice > 0 ? 2 * twice : 2;
  const seenOnce = twice > 0 ? (n - 1) * once : (n - 1) * (once - 1);
  return 1 - (once / n) * (seenOnce / (seenOnce + seenTwice));
}

/** Coverage expected of m of the n observations, m < n (Chao and Jost 2012, eq. 4b); that of the sample for m = n. */
export function rarefyCoverage(counts: FrequencyCounts, m: number): number {
  const { n, sizes, things } = counts;
  if (m > n) return Number.NaN;
  if (m === n) return sampleCoverage(counts);
  let missed = 0;
  for (let k = 0; k < sizes.length; k++) {
    missed += things[k] * (sizes[k] / n) * chanceOfNone(n - 1, sizes[k] - 1, m);
  }
  return 1 - missed;
}
