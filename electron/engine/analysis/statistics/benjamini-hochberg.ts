/**
 * Adjusted p-values (q-values) in the order given: the smallest false discovery rate at which each would be
 * reported (Benjamini and Hochberg 1995, step-up; monotone, at most 1). NaN stands for a test that was not made:
 * it stays NaN and does not count.
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const order = Array.from(p, (_, i) => i).filter((i) => !Number.isNaN(p[i]));
  order.sort((one, other) => p[one] - p[other] || one - other);
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const i = order[rank - 1];
    least = Math.min(least, (p[i] * order.length) / rank);
    adjusted[i] = least;
  }
  return adjusted;
}
