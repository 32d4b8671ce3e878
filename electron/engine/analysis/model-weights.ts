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
  campaignShare: 0.0345,
  extraction: {
    weights: [
      0,
      6.2952,
      0,
      5.98872,
      42.4143,
      0,
      0,
      0,
      0.589023,
      7.11809,
      -8.32522,
      -4.81677,
      0,
      0,
      0,
      2.54705,
      9.21311,
      1.00513,
      0,
      7.00743,
      0.0263648,
      0,
      -39.4499,
      0
    ],
    intercept: -14.091,
    baseRate: 0.0545
  },
  access: {
    weights: [
      1.02242,
      2.80072,
      0,
      0,
      0,
      0,
      2.6824,
      1.26487,
      4.05265,
      23.9479,
      -2.73082,
      0,
      -0.206507
    ],
    intercept: -6.45692,
    baseRate: 0.0825
  },
  campaign: {
    weights: [
      1.01327
    ],
    intercept: 2.28938,
    baseRate: 0.0345
  }
};
