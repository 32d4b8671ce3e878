import type { FrequencyCounts } from './frequency-counts.ts';

const Z = 1.959964;

export interface RichnessEstimate {
  /** Lower bound for the number of things at the source. */
  readonly chao1: number;
  readonly low: number;
  readonly high: number;
  /**
   * Nothing, or next to nothing, was seen twice: the sample says no more than that there are very many. Sampling
   * without replacement from a list looks like this, and so do unique documents.
   */
  readonly diverges: boolean;
}

/**
 * Chao1 (Chao 1984) with the bias-corrected form where nothing was seen twice, and its 95 % interval by the
 * log-normal method of Chao 1987. Zeros for an empty sample.
 */
export function estimateRichness({ n, seen, once, twice }: FrequencyCounts): RichnessEstimate {
  if (n === 0) return { chao1: 0, low: 0, high: 0, diverges: false };
  const diverges = once > 0.5 * n && twice * 20 < once;
  const a = (n - 1) / n;
  const unseen = twice > 0 ? (a * once * once) / (2 * twice) : (a * once * (once - 1)) / 2;
  const chao1 = seen + unseen;
  if (unseen === 0) return { chao1, low: seen, high: seen, diverges };
  let variance: number;
  if (twice > 0) {
    const r = once / twice;
    variance = twice * ((a / 2) * r ** 2 + a ** 2 * r ** 3 + (a ** 2 / 4) * r ** 4);
  } else {
    variance =
      (a * once * (once - 1)) / 2 +
      (a ** 2 * once * (2 * once - 1) ** 2) / 4 -
      (a ** 2 * once ** 4) / (4 * chao1);
  }
  const spread = Math.exp(Z * Math.sqrt(Math.log(1 + Math.max(0, variance) / unseen ** 2)));
  return { chao1, low: seen + unseen / spread, high: seen + unseen * spread, diverges };
}
