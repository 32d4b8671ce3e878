import { type BetaPrior, betaBinomialZ, fitBetaPrior, shrunkenRate } from '../statistics/beta-prior.ts';
import { normalSurvival } from '../statistics/normal.ts';
import { actorsLike, sumByActor } from './actors.ts';
import { LEAST_REQUESTS, type Place, placeAmong, weighedBits } from './place.ts';
import type { SignalContext } from './signal.ts';

/** How many of each account's requests have a property. */
export interface Rates {
  readonly hits: Uint32Array;
  /** Requests of which it can be told. */
  readonly trials: Uint32Array;
  /** The same, summed over each actor. */
  readonly actorHits: Float64Array;
  readonly actorTrials: Float64Array;
  /** How the rates of each cohort's accounts spread. */
  readonly priors: readonly BetaPrior[];
}

export function ratesOf(context: SignalContext, hits: Uint32Array, trials: Uint32Array): Rates {
  return {
    hits,
    trials,
    actorHits: sumByActor(context, hits),
    actorTrials: sumByActor(context, trials),
    priors: context.cohorts.members.map((members) =>
      fitBetaPrior(
        members.map((a) => hits[a]),
        members.map((a) => trials[a]),
      ),
    ),
  };
}

/** Rates of accounts, drawn to their cohort's where requests are few; NaN below 50 requests. */
export function accountRates({ cohorts }: SignalContext, { hits, trials, priors }: Rates): Float64Array {
  return Float64Array.from(hits, (successes, a) =>
    trials[a] < LEAST_REQUESTS ? Number.NaN : shrunkenRate(successes, trials[a], priors[cohorts.of[a]]),
  );
}

/** Standard deviations of an account's rate above what its cohort leads to expect. */
export function accountZ({ cohorts }: SignalContext, { hits, trials, priors }: Rates, a: number): number {
  return betaBinomialZ(hits[a], trials[a], priors[cohorts.of[a]]);
}

/** 'That is 3.2 standard deviations above what its cohort leads to expect.' */
export function deviationWords(z: number): string {
  return `That is ${Math.abs(z).toFixed(1)} standard deviations ${z < 0 ? 'below' : 'above'} what its cohort leads to expect.`;
}

export interface OperatorRate {
  readonly hits: number;
  readonly trials: number;
  /** hits / trials: many requests stand behind it, and a cohort without any hit would draw it to nothing. */
  readonly share: number;
  readonly z: number;
  readonly place: Place;
  readonly p: number;
  readonly bits: number;
}

/**
 * The rate of an operator's requests together against the rates of its actors alike, by the beta-binomial. Rates are
 * skewed (most near 0, some near 1), so the normal tail of z understates chance; the place among the others bounds
 * it. undefined below 50 requests.
 */
export function operatorRate(
  context: SignalContext,
  members: Uint32Array,
  { hits, trials, actorHits, actorTrials }: Rates,
): OperatorRate | undefined {
  let own = 0;
  let of = 0;
  for (const a of members) {
    own += hits[a];
    of += trials[a];
  }
  if (of < LEAST_REQUESTS) return undefined;
  const others = actorsLike(context, members);
  const prior = fitBetaPrior(
    Float64Array.from(others, (actor) => actorHits[actor]),
    Float64Array.from(others, (actor) => actorTrials[actor]),
  );
  const rates = Float64Array.from(others, (actor) =>
    actorTrials[actor] < LEAST_REQUESTS
      ? Number.NaN
      : shrunkenRate(actorHits[actor], actorTrials[actor], prior),
  );
  const z = betaBinomialZ(own, of, prior);
  const place = placeAmong(shrunkenRate(own, of, prior), rates);
  const p = Math.max(normalSurvival(z), place.p);
  return { hits: own, trials: of, share: own / of, z, place, p, bits: weighedBits(p, of) };
}
