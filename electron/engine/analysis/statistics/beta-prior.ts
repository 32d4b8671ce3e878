/** A Beta(alpha, beta) distribution of rates; its mean is alpha / (alpha + beta). */
export interface BetaPrior {
  readonly alpha: number;
  readonly beta: number;
}

/** With fewer members a spread cannot be told from chance. */
const FEWEST_MEMBERS = 3;
/** Pseudo-trials when the rates of a cohort do not differ beyond chance. */
const MOST_TRIALS = 1e4;
const FEWEST_TRIALS = 1;

/**
 * The distribution of a cohort's rates, by moments (Kleinman 1973, JASA 68:46-54, weights by trials). Members
 * without trials do not count. Where nothing or everything succeeded, half a success or failure is added, so that
 * the prior stays proper; with fewer than three members it is that rate with the weight of one trial.
 */
export function fitBetaPrior(successes: ArrayLike<number>, trials: ArrayLike<number>): BetaPrior {
  let members = 0;
  let total = 0;
  let hits = 0;
  let squares = 0;
  for (let i = 0; i < trials.length; i++) {
    if (!(trials[i] > 0)) continue;
    members++;
    total += trials[i];
    hits += successes[i];
    squares += trials[i] * trials[i];
  }
  const mean = Math.min(Math.max(hits, 0.5), Math.max(total - 0.5, 0.5)) / Math.max(total, 1);
  if (members < FEWEST_MEMBERS) return priorOf(mean, FEWEST_TRIALS);
  let spread = 0;
  for (let i = 0; i < trials.length; i++) {
    if (trials[i] > 0) spread += trials[i] * (successes[i] / trials[i] - mean) ** 2;
  }
  // E[spread] = mean (1 - mean) [ (members - 1) (1 - rho) + rho (total - squares / total) ].
  const noise = mean * (1 - mean) * (members - 1);
  const room = mean * (1 - mean) * (total - squares / total - (members - 1));
  const rho = room > 0 ? (spread - noise) / room : 0;
  return priorOf(mean, rho > 0 ? 1 / rho - 1 : MOST_TRIALS);
}

/** The mean of a rate after that many successes in `trials`, drawn to the prior where trials are few. */
export function shrunkenRate(successes: number, trials: number, prior: BetaPrior): number {
  return (successes + prior.alpha) / (trials + prior.alpha + prior.beta);
}

/**
 * How many standard deviations `successes` in `trials` lie above what the prior leads to expect, under the
 * beta-binomial: mean n p, variance n p (1 - p) (1 + (n - 1) rho), rho = 1 / (alpha + beta + 1). 0 without trials.
 */
export function betaBinomialZ(successes: number, trials: number, prior: BetaPrior): number {
  if (!(trials > 0)) return 0;
  const p = prior.alpha / (prior.alpha + prior.beta);
  const rho = 1 / (prior.alpha + prior.beta + 1);
  return (successes - trials * p) / Math.sqrt(trials * p * (1 - p) * (1 + (trials - 1) * rho));
}

function priorOf(mean: number, weight: number): BetaPrior {
  const trials = Math.min(MOST_TRIALS, Math.max(FEWEST_TRIALS, weight));
  return { alpha: mean * trials, beta: (1 - mean) * trials };
}
