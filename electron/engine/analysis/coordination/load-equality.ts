import { chiSquareCdf } from '../statistics/chi-square.ts';
import { DAY_US } from './bin-counts.ts';

export interface LoadEquality {
  /** Variance over mean of counts among accounts at work in a bin, pooled over bins; 1 for a random dispatcher. */
  readonly varianceToMean: number;
  /** Probability of counts as equal or more so, if requests fell on equally loaded accounts at random. */
  readonly p: number;
  /** Bins compared, and counts in them. */
  readonly bins: number;
  readonly counts: number;
}

/** With fewer accounts at work in a bin, equality says little. */
const LEAST_ACCOUNTS = 4;

/**
 * Whether accounts at work carry equal loads, as least-recently-used dispatch makes them (S15). `counts[i]` are the
 * requests of account i in each bin. An account counts as at work in the bins strictly between its first and last
 * one of each day: choosing bins by what is in them would make even chance look equal. The test is the lower tail of
 * the dispersion index, sum of (K - 1) variance / mean, chi-square with sum of (K - 1) degrees under a common Poisson
 * rate in each bin (Fisher 1950); unequal rates of independent accounts only raise it. Undefined where no bin has
 * four accounts at work and a request.
 */
export function loadEquality(counts: readonly ArrayLike<number>[], binUs: number): LoadEquality | undefined {
  const perDay = Math.max(1, Math.round(DAY_US / binUs));
  const bins = counts.length === 0 ? 0 : counts[0].length;
  const working = counts.map((own) => workingBins(own, perDay));
  let index = 0;
  let degrees = 0;
  let used = 0;
  let seen = 0;
  for (let t = 0; t < bins; t++) {
    let k = 0;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < counts.length; i++) {
      if (!working[i][t]) continue;
      k++;
      sum += counts[i][t];
      squares += counts[i][t] * counts[i][t];
    }
    if (k < LEAST_ACCOUNTS || sum === 0) continue;
    const mean = sum / k;
    index += (squares - sum * mean) / mean;
    degrees += k - 1;
    used++;
    seen += k;
  }
  if (degrees === 0) return undefined;
  return { varianceToMean: index / degrees, p: chiSquareCdf(index, degrees), bins: used, counts: seen };
}

function workingBins(counts: ArrayLike<number>, perDay: number): Uint8Array {
  const working = new Uint8Array(counts.length);
  for (let day = 0; day < counts.length; day += perDay) {
    const end = Math.min(counts.length, day + perDay);
    let first = day;
    while (first < end && counts[first] === 0) first++;
    let last = end - 1;
    while (last > first && counts[last] === 0) last--;
    for (let t = first + 1; t < last; t++) working[t] = 1;
  }
  return working;
}
