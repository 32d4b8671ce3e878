import type { Rng } from '../../rng.ts';
import { drawWithout, resamplingP } from '../statistics/resampling.ts';

export interface RegistrationBatch {
  /** The window of sign-ups that stands out most, both ends included. */
  readonly fromUs: number;
  readonly toUs: number;
  /** Which of the pattern's sign-ups lie in it: indexes into the platform's list. */
  readonly members: Uint32Array;
  /** How many the pattern's share of all sign-ups would put there. */
  readonly expected: number;
  /** Log-likelihood ratio of the window, in bits. */
  readonly bits: number;
  /** Share of random patterns of the same size, on the platform's sign-up curve, with a window that stands out as much. */
  readonly p: number;
}

const DRAWS = 999;

/**
 * Whether the sign-ups of one pattern (e-mail skeleton, plan, route, issuer) come in a batch (S18): Kulldorff's scan
 * statistic (1997) over windows of the given widths that begin with one of them, Poisson log-likelihood ratio
 * k ln(k / mu) + (n - k) ln((n - k) / (n - mu)), mu = n times the window's share of all sign-ups. Its null draws as
 * many sign-ups from all, so that busy hours of the platform are no evidence.
 * @param signUpsUs all sign-ups of the platform, ascending
 * @param pattern the pattern's, as ascending indexes into them
 * Undefined for fewer than two. O(sign-ups + draws * pattern * (widths + log pattern)).
 */
export function registrationBatch(
  signUpsUs: ArrayLike<number>,
  pattern: Uint32Array,
  widthsUs: readonly number[],
  rng: Rng,
): RegistrationBatch | undefined {
  if (pattern.length < 2) return undefined;
  const platform = platformOf(signUpsUs);
  const observed = scan(platform, pattern, widthsUs);
  let asHigh = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = drawWithout(signUpsUs.length, pattern.length, rng).sort();
    if (scan(platform, drawn, widthsUs).ratio >= observed.ratio - 1e-9) asHigh++;
  }
  const members = pattern.slice(observed.first, observed.last + 1);
  return {
    fromUs: signUpsUs[members[0]],
    toUs: signUpsUs[members[members.length - 1]],
    members,
    expected: observed.expected,
    bits: observed.ratio / Math.LN2,
    p: resamplingP(asHigh, DRAWS),
  };
}

interface Window {
  /** Positions within the pattern. */
  first: number;
  last: number;
  expected: number;
  ratio: number;
}

/** All sign-ups, and for each how many were before its moment, and up to it. */
interface Platform {
  readonly timesUs: ArrayLike<number>;
  readonly before: Uint32Array;
  readonly upTo: Uint32Array;
}

function platformOf(timesUs: ArrayLike<number>): Platform {
  const before = new Uint32Array(timesUs.length);
  const upTo = new Uint32Array(timesUs.length);
  for (let from = 0, to = 0; from < timesUs.length; from = to) {
    while (to < timesUs.length && timesUs[to] === timesUs[from]) to++;
    before.fill(from, from, to);
    upTo.fill(to, from, to);
  }
  return { timesUs, before, upTo };
}

function scan(
  { timesUs, before, upTo }: Platform,
  pattern: Uint32Array,
  widthsUs: readonly number[],
): Window {
  const n = pattern.length;
  const best: Window = { first: 0, last: 0, expected: 0, ratio: Number.NEGATIVE_INFINITY };
  for (const widthUs of widthsUs) {
    for (let first = 0, last = 0; first < n; first++) {
      const untilUs = timesUs[pattern[first]] + widthUs;
      last = Math.max(last, first);
      while (last + 1 < n && timesUs[pattern[last + 1]] <= untilUs) last++;
      const everyone = upTo[pattern[last]] - before[pattern[first]];
      const expected = (n * everyone) / timesUs.length;
      const ratio = likelihoodRatio(last - first + 1, expected, n);
      if (ratio > best.ratio) Object.assign(best, { first, last, expected, ratio });
    }
  }
  return best;
}

function likelihoodRatio(k: number, expected: number, n: number): number {
  if (k <= expected) return 0;
  const rest = n - k;
  return k * Math.log(k / expected) + (rest > 0 ? rest * Math.log(rest / (n - expected)) : 0);
}
