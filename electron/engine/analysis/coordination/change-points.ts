/** Of the steps, the largest tenth is left out, so that change points themselves do not hide behind the spread. */
const KEPT_STEPS = 0.9;
/** What is left of a chi-square variable's mean (one degree) without its largest tenth. */
const KEPT_MEAN = 0.6234;

/**
 * How much more counts vary from bin to bin than Poisson counts would, at least 1: the trimmed mean of
 * (x[t+1] - x[t])^2 / (x[t] + x[t+1]), scaled to 1 in expectation for Poisson counts of a slowly changing rate
 * (above 1 where most counts are 0 or 1). Real traffic is far above, and change points are judged against that.
 */
export function countDispersion(counts: ArrayLike<number>): number {
  const steps: number[] = [];
  for (let t = 0; t + 1 < counts.length; t++) {
    const both = counts[t] + counts[t + 1];
    if (both > 0) steps.push((counts[t + 1] - counts[t]) ** 2 / both);
  }
  steps.sort((one, other) => one - other);
  const kept = steps.slice(0, Math.ceil(KEPT_STEPS * steps.length));
  const mean = kept.reduce((sum, step) => sum + step, 0) / Math.max(1, kept.length);
  return Math.max(1, mean / KEPT_MEAN);
}

export interface ChangePoints {
  /** First bin of each later segment, ascending. */
  readonly at: readonly number[];
  /** Mean count of each segment; one more than change points. */
  readonly means: readonly number[];
}

/**
 * The bins where the rate of counts changes, by PELT (Killick, Fearnhead and Eckley 2012, arXiv 1101.1438) with
 * Poisson cost, twice the negative log-likelihood over `dispersion` (1 for Poisson counts, see `countDispersion`).
 * Each change point costs 3 ln n. Exact, linear time in expectation where changes keep coming.
 */
export function findChangePoints(counts: ArrayLike<number>, dispersion: number): ChangePoints {
  const n = counts.length;
  const sums = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) sums[t + 1] = sums[t] + counts[t];
  const penalty = 3 * Math.log(Math.max(2, n));
  // Twice the negative log-likelihood at the segment's mean, without the terms that every division shares.
  const cost = (from: number, to: number) => {
    const sum = sums[to] - sums[from];
    return sum === 0 ? 0 : (-2 * sum * Math.log(sum / (to - from))) / dispersion;
  };
  const best = new Float64Array(n + 1);
  best[0] = -penalty;
  const previous = new Int32Array(n + 1);
  let candidates = [0];
  for (let t = 1; t <= n; t++) {
    let least = Number.POSITIVE_INFINITY;
    const reached = candidates.map((s) => best[s] + cost(s, t));
    reached.forEach((value, k) => {
      if (value + penalty >= least) return;
      least = value + penalty;
      previous[t] = candidates[k];
    });
    best[t] = least;
    candidates = candidates.filter((_, k) => reached[k] < least);
    candidates.push(t);
  }
  const at: number[] = [];
  for (let t = previous[n]; t > 0; t = previous[t]) at.unshift(t);
  const bounds = [0, ...at, n];
  const means = bounds.slice(1).map((to, k) => (sums[to] - sums[bounds[k]]) / Math.max(1, to - bounds[k]));
  return { at, means };
}
