/**
 * An order of series in which alike ones stand beside each other. Average linkage over the cosine joins the nearest two
 * groups again and again; of the four ways to put two groups end to end, the one whose touching ends are nearest is
 * taken (Gruvaeus and Wainer 1972). Ties go to the earlier series, so the order is the same for the same input; of the
 * two directions it begins with the end whose series comes first. Series of nothing are alike to none.
 * O(n^2 bins), and n^2 joining steps where nearest neighbours rarely change.
 */
export function seriate(series: readonly ArrayLike<number>[]): Uint32Array {
  const n = series.length;
  const ends = cosines(series);
  const near = ends.slice();
  const groups: (number[] | undefined)[] = series.map((_, i) => [i]);
  /** For each group the nearest of those after it, -1 where none is left. */
  const nearest = Int32Array.from(series, (_, i) => nearestAfter(near, groups, n, i));
  for (let left = n; left > 1; left--) {
    let a = -1;
    for (let i = 0; i < n; i++) {
      if (!groups[i] || nearest[i] < 0) continue;
      if (a < 0 || near[i * n + nearest[i]] > near[a * n + nearest[a]]) a = i;
    }
    const b = nearest[a];
    const [one, other] = [groups[a] as number[], groups[b] as number[]];
    groups[a] = joined(one, other, (i, j) => ends[i * n + j]);
    groups[b] = undefined;
    for (let k = 0; k < n; k++) {
      if (!groups[k] || k === a) continue;
      const value =
        (one.length * near[a * n + k] + other.length * near[b * n + k]) / (one.length + other.length);
      near[a * n + k] = value;
      near[k * n + a] = value;
    }
    // Only those whose nearest was one of the two, and those before the joined group, can have another now.
    for (let k = 0; k < n; k++) {
      if (!groups[k]) continue;
      if (k === a || nearest[k] === a || nearest[k] === b) nearest[k] = nearestAfter(near, groups, n, k);
      else if (k < a && near[k * n + a] > near[k * n + nearest[k]]) nearest[k] = a;
    }
  }
  const order = groups.find((group) => group !== undefined) ?? [];
  if (order.length > 1 && order[0] > order[order.length - 1]) order.reverse();
  return Uint32Array.from(order);
}

function nearestAfter(near: Float64Array, groups: readonly unknown[], n: number, i: number): number {
  let best = -1;
  for (let j = i + 1; j < n; j++) {
    if (groups[j] && (best < 0 || near[i * n + j] > near[i * n + best])) best = j;
  }
  return best;
}

function joined(one: number[], other: number[], near: (i: number, j: number) => number): number[] {
  const last = (list: number[]) => list[list.length - 1];
  const ways: readonly (readonly [number, () => number[]])[] = [
    [near(last(one), other[0]), () => [...one, ...other]],
    [near(last(one), last(other)), () => [...one, ...other.toReversed()]],
    [near(one[0], other[0]), () => [...one.toReversed(), ...other]],
    [near(one[0], last(other)), () => [...other, ...one]],
  ];
  return ways.reduce((best, way) => (way[0] > best[0] ? way : best))[1]();
}

/** Cosines of all pairs, n by n; 0 with a series of nothing. */
function cosines(series: readonly ArrayLike<number>[]): Float64Array {
  const n = series.length;
  const unit = series.map(unitLength);
  const near = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      let sum = 0;
      for (let t = 0; t < unit[i].length; t++) sum += unit[i][t] * unit[j][t];
      near[i * n + j] = sum;
      near[j * n + i] = sum;
    }
  }
  return near;
}

function unitLength(values: ArrayLike<number>): Float64Array {
  const own = Float64Array.from(values);
  let square = 0;
  for (const value of own) square += value * value;
  return square === 0 ? own : own.map((value) => value / Math.sqrt(square));
}
