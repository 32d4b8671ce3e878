/** A share with its uncertainty. */
export interface Rate {
  readonly hits: number;
  readonly n: number;
  /** hits / n; NaN for n 0. */
  readonly rate: number;
  /** Wilson 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

/** The share `hits / n` with its Wilson score interval at 95 %; [0, 1] for n 0. */
export function wilson(hits: number, n: number): Rate {
  if (!(hits >= 0 && hits <= n)) throw new RangeError('Hits lie between 0 and n.');
  if (n === 0) return { hits, n, rate: Number.NaN, low: 0, high: 1 };
  const rate = hits / n;
  const square = Z * Z;
  const centre = (rate + square / (2 * n)) / (1 + square / n);
  const half = (Z * Math.sqrt((rate * (1 - rate)) / n + square / (4 * n * n))) / (1 + square / n);
  // At 0 and n the interval touches the end exactly; rounding must not push it beyond.
  return {
    hits,
    n,
    rate,
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === n ? 1 : Math.min(1, centre + half),
  };
}

/**
 * Share of flagged accounts in each family, families in order of first appearance. `flagged` and `families` hold one
 * entry an account; accounts of family null (campaigns) are left out.
 */
export function rateByFamily<F extends string>(
  flagged: readonly boolean[],
  families: readonly (F | null)[],
): Map<F, Rate> {
  if (flagged.length !== families.length) throw new RangeError('There must be one family for each account.');
  const counts = new Map<F, { hits: number; n: number }>();
  families.forEach((family, at) => {
    if (family === null) return;
    const count = counts.get(family) ?? { hits: 0, n: 0 };
    counts.set(family, { hits: count.hits + (flagged[at] ? 1 : 0), n: count.n + 1 });
  });
  return new Map([...counts].map(([family, { hits, n }]) => [family, wilson(hits, n)]));
}
