/**
 * Measures of a ranking: scores against labels, where `labels[i]` is 1 (or anything but 0) for a positive. A higher
 * score means "more likely positive". Scores must be numbers; NaN throws RangeError, since it has no rank.
 */

/** Positives and negatives at one score; groups of equal scores are never split. */
interface Step {
  readonly positives: number;
  readonly negatives: number;
}

interface Ranking {
  /** From the highest score down. */
  readonly steps: readonly Step[];
  readonly positives: number;
  readonly negatives: number;
}

/**
 * Area under the ROC curve: the probability that a positive outranks a negative, ties counted half. In [0, 1];
 * NaN where there are no positives or no negatives.
 */
export function auroc(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const { steps, positives, negatives } = rank(scores, labels);
  let above = 0;
  let wins = 0;
  for (const step of steps) {
    wins += step.negatives * (above + step.positives / 2);
    above += step.positives;
  }
  return wins / (positives * negatives);
}

/**
 * Average precision: the sum over distinct scores of precision times the recall gained there, so that the order
 * within ties plays no part. In [0, 1]; a ranking at random gives about the base rate; NaN without positives.
 */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const { steps, positives } = rank(scores, labels);
  let found = 0;
  let taken = 0;
  let sum = 0;
  for (const step of steps) {
    found += step.positives;
    taken += step.positives + step.negatives;
    sum += (found / taken) * step.positives;
  }
  return sum / positives;
}

/**
 * The largest recall of a threshold whose false-positive rate is at most `rate` (a share, 0.01 for 1 %). In [0, 1];
 * NaN without positives or without negatives.
 */
export function recallAtFpr(scores: ArrayLike<number>, labels: ArrayLike<number>, rate: number): number {
  const { steps, positives, negatives } = rank(scores, labels);
  let found = 0;
  let wrong = 0;
  let best = 0;
  for (const step of steps) {
    found += step.positives;
    wrong += step.negatives;
    if (wrong <= rate * negatives) best = found;
  }
  return negatives === 0 ? Number.NaN : best / positives;
}

/**
 * Share of positives among the first `k`. Where a tie reaches over the k-th place, its members fill the places in
 * proportion, as a random order would on average. With fewer than k scores, all count. NaN for k or length 0.
 */
export function precisionAt(scores: ArrayLike<number>, labels: ArrayLike<number>, k: number): number {
  let left = Math.min(k, scores.length);
  const places = left;
  let found = 0;
  for (const step of rank(scores, labels).steps) {
    const size = step.positives + step.negatives;
    const taken = Math.min(left, size);
    found += (step.positives * taken) / size;
    left -= taken;
    if (left === 0) break;
  }
  return found / places;
}

function rank(scores: ArrayLike<number>, labels: ArrayLike<number>): Ranking {
  if (scores.length !== labels.length) throw new RangeError('There must be one label for each score.');
  const order = Array.from({ length: scores.length }, (_, at) => at);
  for (const at of order) if (Number.isNaN(scores[at])) throw new RangeError(`Score ${at} is not a number.`);
  order.sort((one, other) => scores[other]! - scores[one]!);
  const steps: { positives: number; negatives: number }[] = [];
  let positives = 0;
  let previous = Number.NaN;
  for (const at of order) {
    const score = scores[at]!;
    if (score !== previous) steps.push({ positives: 0, negatives: 0 });
    previous = score;
    const step = steps[steps.length - 1]!;
    if (labels[at]) {
      step.positives++;
      positives++;
    } else step.negatives++;
  }
  return { steps, positives, negatives: order.length - positives };
}
