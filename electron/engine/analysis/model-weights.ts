import type { Logistic } from './model.ts';

/**
 * Fitted on size M, seeds 1, 2, 3, dials 0, 1, 2 of the synthetic benchmark, and frozen. Written by
 * `npm run bench -- detection --fit`; never edited by hand.
 */
export const MODEL: {
  /** Share of accounts in campaigns in the data it was fitted on. */
  readonly campaignShare: number;
  readonly extraction: Logistic;
  readonly access: Logistic;
  readonly campaign: Logistic;
} = {
  campaignShare: 0.0352,
  extraction: {
    weights: [
      0, 5.78259, 0, 5.06533, 40.271, 0.439593, 0, 0, 0.585064, 5.41104, -8.68548, -3.92373, 0, 0, 0, 2.38568,
      9.2403, 0.442247, 0, 3.28191, 0, 0, -40.6914, 0,
    ],
    intercept: -9.39683,
    baseRate: 0.0533333,
  },
  access: {
    weights: [0.91151, 2.56993, 0, 0, 0, 0, 2.34724, 1.11099, 4.12744, 29.6549, -3.14936, 0, -0.19706],
    intercept: -5.85713,
    baseRate: 0.0828571,
  },
  campaign: {
    weights: [0.923832],
    intercept: 2.15799,
    baseRate: 0.0352381,
  },
};
