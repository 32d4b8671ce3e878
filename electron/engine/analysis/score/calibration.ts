/** Brier score: mean squared distance of stated probabilities (in [0, 1]) from outcomes (0 or 1); 0 is best. */
export function brier(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  if (probabilities.length !== outcomes.length)
    throw new RangeError('There must be one outcome for each probability.');
  let sum = 0;
  for (let at = 0; at < probabilities.length; at++) {
    sum += (probabilities[at]! - (outcomes[at] ? 1 : 0)) ** 2;
  }
  return sum / probabilities.length;
}

export interface ReliabilityBin {
  /** Probabilities from here on. */
  readonly from: number;
  /** Up to here, which belongs to the next bin but in the last. */
  readonly to: number;
  readonly n: number;
  /** Mean stated probability; NaN in an empty bin. */
  readonly stated: number;
  /** Share of outcomes that came true; NaN in an empty bin. */
  readonly observed: number;
}

/**
 * Stated against observed frequency, bin by bin. `edges` ascend from the least to the greatest probability ([0, 0.05,
 * 0.2 ... 1]); a probability outside them throws RangeError.
 */
export function reliability(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  edges: readonly number[],
): ReliabilityBin[] {
  const last = edges.length - 2;
  const sums = edges.slice(1).map(() => ({ n: 0, stated: 0, observed: 0 }));
  for (let at = 0; at < probabilities.length; at++) {
    const stated = probabilities[at]!;
    if (!(stated >= edges[0]! && stated <= edges[last + 1]!))
      throw new RangeError(`Probability ${stated} lies in no bin.`);
    let bin = 0;
    while (bin < last && stated >= edges[bin + 1]!) bin++;
    const sum = sums[bin]!;
    sum.n++;
    sum.stated += stated;
    sum.observed += outcomes[at] ? 1 : 0;
  }
  return sums.map(({ n, stated, observed }, bin) => ({
    from: edges[bin]!,
    to: edges[bin + 1]!,
    n,
    stated: stated / n,
    observed: observed / n,
  }));
}
