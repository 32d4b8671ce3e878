import type { Estimate } from './contract/analysis.ts';

/** What is taken for granted about a case; everything else is counted or measured. */
export interface AssumptionValues {
  /** Share of accounts that take part in a campaign, before any evidence: 0.0001 to 0.5. */
  readonly prior: number;
  /** Of distinct answers, the share that is kept when a training set is cleaned: 0 to 1. */
  readonly kept: Estimate;
  /** List prices in USD a million tokens, which is micro-USD a token. */
  readonly inputPrice: Estimate;
  readonly outputPrice: Estimate;
  /** Requests that look like cover count as harvested. */
  readonly cover: boolean;
}

export type AssumptionName = keyof AssumptionValues;

/** An assumption that a person made in place of the default. */
export interface Assumed<T> {
  readonly value: T;
  readonly author: string;
  readonly changedUs: number;
}

/** What people assumed about a case; null where the default holds. */
export type CaseAssumptions = {
  readonly [Name in AssumptionName]: Assumed<AssumptionValues[Name]> | null;
};

export const NOTHING_ASSUMED: CaseAssumptions = {
  prior: null,
  kept: null,
  inputPrice: null,
  outputPrice: null,
  cover: null,
};

export const ASSUMPTION_NAMES = ['prior', 'kept', 'inputPrice', 'outputPrice', 'cover'] as const;

/** The prior is that of a first analysis; prices are those of cheap to dear models of 2026. */
export const DEFAULT_ASSUMPTIONS: AssumptionValues = {
  prior: 0.01,
  kept: { low: 0.5, value: 0.8, high: 1 },
  inputPrice: { low: 0.25, value: 3, high: 15 },
  outputPrice: { low: 1.25, value: 15, high: 75 },
  cover: true,
};

export const LEAST_PRIOR = 0.0001;
export const MOST_PRIOR = 0.5;
export const MOST_PRICE = 10_000;

export const ASSUMPTION_TITLES: Readonly<Record<AssumptionName, string>> = {
  prior: 'Prior',
  kept: 'Kept after cleaning',
  inputPrice: 'Price of input tokens',
  outputPrice: 'Price of output tokens',
  cover: 'Requests that look like cover',
};

/** One assumption with a value for it, or null for its default. */
export type Assumption = {
  readonly [Name in AssumptionName]: {
    readonly name: Name;
    readonly value: AssumptionValues[Name] | null;
  };
}[AssumptionName];

/** Why a value cannot be assumed, in a sentence; null where it can. */
export function assumptionProblem({ name, value }: Assumption): string | null {
  if (value === null || name === 'cover') return null;
  if (name === 'prior')
    return value >= LEAST_PRIOR && value <= MOST_PRIOR
      ? null
      : `The prior is a share of accounts from ${percentWords(LEAST_PRIOR)} to ${percentWords(MOST_PRIOR)}.`;
  const ends = Object.values(value);
  const most = name === 'kept' ? 1 : MOST_PRICE;
  if (!ends.every((end) => end >= 0 && end <= most))
    return name === 'kept'
      ? 'The share kept lies from 0 % to 100 %.'
      : `A price lies from 0 to ${MOST_PRICE} USD a million tokens.`;
  if (value.low > value.value) return 'The low end must not be above the best guess.';
  return value.value > value.high ? 'The best guess must not be above the high end.' : null;
}

/** `1 %`, `0.05 %`: a share from 0 to 1, without digits that nobody gave. */
export function percentWords(share: number): string {
  return `${plainNumber(share * 100)} %`;
}

/** A value in words: `3 % of accounts`, `50 % to 100 %, best guess 80 %`, `count`. */
export function assumptionWords({ name, value }: Assumption): string {
  if (value === null) return 'the default';
  if (name === 'prior') return `${percentWords(value)} of accounts`;
  if (name === 'cover') return value ? 'count' : 'do not count';
  const words = name === 'kept' ? percentWords : (price: number) => `${plainNumber(price)}`;
  const unit = name === 'kept' ? '' : ' USD a million';
  return `${words(value.low)} to ${words(value.high)}${unit}, best guess ${words(value.value)}`;
}

/** Without what binary fractions add: `55`, not `55.00000000000001`. */
export function plainNumber(value: number): number {
  return Number(value.toPrecision(6));
}
