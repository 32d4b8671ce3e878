/** How often counts occur: the sufficient statistics of every measure in this folder. */
export interface FrequencyCounts {
  /** Observations: sum of all counts. */
  readonly n: number;
  /** Different things seen at least once. */
  readonly seen: number;
  /** Things seen exactly once, exactly twice. */
  readonly once: number;
  readonly twice: number;
  /** Different counts, ascending, and how many things have each. */
  readonly sizes: Float64Array;
  readonly things: Float64Array;
}

/** Frequency counts of things seen `counts[i]` times each; zeros are passed over. Counts are whole, >= 0. */
export function countFrequencies(counts: ArrayLike<number>): FrequencyCounts {
  const things = new Map<number, number>();
  let n = 0;
  let seen = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i];
    if (count === 0) continue;
    things.set(count, (things.get(count) ?? 0) + 1);
    n += count;
    seen++;
  }
  const sizes = Float64Array.from(things.keys()).sort();
  return {
    n,
    seen,
    once: things.get(1) ?? 0,
    twice: things.get(2) ?? 0,
    sizes,
    things: sizes.map((size) => things.get(size) ?? 0),
  };
}

/**
 * Probability that none of `held` marked ones is among `drawn` drawn without replacement from `n`:
 * C(n - held, drawn) / C(n, drawn), as a product, exact to rounding for any size. O(min(held, drawn)).
 */
export function chanceOfNone(n: number, held: number, drawn: number): number {
  if (held + drawn > n) return 0;
  const fewer = Math.min(held, drawn);
  const more = Math.max(held, drawn);
  let chance = 1;
  for (let i = 0; i < fewer && chance > 0; i++) chance *= (n - more - i) / (n - i);
  return chance;
}
