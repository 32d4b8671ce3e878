/** A non-decreasing curve through knots, `x` strictly ascending; plain data, to be stored and applied elsewhere. */
export interface IsotonicCurve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * The non-decreasing curve of least weighted squares through points (x, y), by pooling adjacent violators
 * (Ayer et al. 1955). Each pool leaves the knots of its ends, so that a step stays level and the curve is straight
 * between steps. Points of one x are averaged first. Empty without points; weights default to 1.
 */
export function fitIsotonic(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights?: ArrayLike<number>,
): IsotonicCurve {
  const pools: { from: number; to: number; sum: number; weight: number }[] = [];
  const order = Array.from(x, (_, i) => i).sort((one, other) => x[one] - x[other]);
  for (const i of order) {
    const weight = weights ? weights[i] : 1;
    if (!(weight > 0)) continue;
    const last = pools.at(-1);
    if (last && last.to === x[i] && last.from === x[i]) {
      last.sum += weight * y[i];
      last.weight += weight;
    } else {
      pools.push({ from: x[i], to: x[i], sum: weight * y[i], weight });
    }
  }
  const merged: typeof pools = [];
  for (const pool of pools) {
    let current = pool;
    for (let last = merged.at(-1); last; last = merged.at(-1)) {
      if (last.sum / last.weight < current.sum / current.weight) break;
      merged.pop();
      current = {
        from: last.from,
        to: current.to,
        sum: last.sum + current.sum,
        weight: last.weight + current.weight,
      };
    }
    merged.push(current);
  }
  const knots = merged.flatMap(({ from, to, sum, weight }) => {
    const level = sum / weight;
    return from === to
      ? [[from, level]]
      : [
          [from, level],
          [to, level],
        ];
  });
  return { x: knots.map(([at]) => at), y: knots.map(([, level]) => level) };
}

/** The curve's value at x: straight between knots, level outside them; NaN for an empty curve. */
export function applyIsotonic(curve: IsotonicCurve, x: number): number {
  const { x: at, y } = curve;
  if (at.length === 0 || Number.isNaN(x)) return Number.NaN;
  if (x <= at[0]) return y[0];
  let low = 0;
  let high = at.length - 1;
  if (x >= at[high]) return y[high];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at[middle] <= x) low = middle;
    else high = middle;
  }
  return y[low] + ((y[high] - y[low]) * (x - at[low])) / (at[high] - at[low]);
}
