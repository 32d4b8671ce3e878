/** Called after each step of the work, of so many: may give way to others, or throw to end it. */
export type GiveWay = (done: number, total: number) => Promise<void>;

/**
 * An order of series in which alike ones stand beside each other. Average linkage over the cosine joins groups that are
 * nearest to each other, found along chains of nearest neighbours (Benzécri 1982; Müllner 2011, arXiv:1109.2378), which
 * end in the same tree as joining the nearest two of all again and again; of the four ways to put two groups end to
 * end, the one whose touching ends are nearest is taken (Gruvaeus and Wainer 1972). Ties go to the earlier series, so
 * the order is the same for the same input; of the two directions it begins with the end whose series comes first.
 * Series of nothing are alike to none. O(n^2 bins).
 */
export async function seriate(
  series: readonly ArrayLike<number>[],
  giveWay: GiveWay = () => Promise.resolve(),
): Promise<Uint32Array> {
  const n = series.length;
  const ends = await cosines(series, (done) => giveWay(done, 2 * n));
  const near = ends.slice();
  /** In the place of the earliest series of each. */
  const groups: (number[] | undefined)[] = series.map((_, i) => [i]);
  const chain: number[] = [];
  let first = 0;
  for (let left = n; left > 1; ) {
    while (!groups[first]) first++;
    if (chain.length === 0) chain.push(first);
    const [before, last] = [chain.at(-2) ?? -1, chain[chain.length - 1]];
    const next = nearestTo(near, groups, n, last, before);
    if (next !== before) {
      chain.push(next);
      continue;
    }
    chain.length -= 2;
    join(near, ends, groups, n, Math.min(before, last), Math.max(before, last));
    left--;
    await giveWay(2 * n - left, 2 * n);
  }
  const order = groups.find((group) => group !== undefined) ?? [];
  if (order.length > 1 && order[0] > order[order.length - 1]) order.reverse();
  return Uint32Array.from(order);
}

/** The group nearest to one, on a tie `before`, where the chain came from, else the earliest. */
function nearestTo(
  near: Float64Array,
  groups: readonly unknown[],
  n: number,
  one: number,
  before: number,
): number {
  let best = before;
  let most = before < 0 ? Number.NEGATIVE_INFINITY : near[one * n + before];
  for (let k = 0, at = one * n; k < n; k++, at++) {
    if (near[at] <= most || k === one || !groups[k]) continue;
    best = k;
    most = near[at];
  }
  return best;
}

/** Puts group b at an end of group a, and takes the mean of what they are near to. */
function join(
  near: Float64Array,
  ends: Float64Array,
  groups: (number[] | undefined)[],
  n: number,
  a: number,
  b: number,
): void {
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
async function cosines(
  series: readonly ArrayLike<number>[],
  giveWay: (done: number) => Promise<void>,
): Promise<Float64Array> {
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
    await giveWay(i + 1);
  }
  return near;
}

function unitLength(values: ArrayLike<number>): Float64Array {
  const own = Float64Array.from(values);
  let square = 0;
  for (const value of own) square += value * value;
  return square === 0 ? own : own.map((value) => value / Math.sqrt(square));
}
