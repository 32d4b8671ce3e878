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
  campaignShare: 0.0317,
  extraction: {
    weights: [
      -0.809401, 4.92707, 0.309092, -21.8383, -1.16057, -0.0886547, 9.45776, -4.3453, 0.184258, 25.498,
      4.52836, -1.25449, 0, 1.85362, -7.90995, 1.61079, -0.177503, -1.1227, 1.21015, 0.321174, -2.31881,
      -1.66315,
    ],
    intercept: -14.4792,
    baseRate: 0.0516667,
  },
  access: {
    weights: [
      1.88613, 11.5395, -6.28306, -1.66085, 0, -8.83616, 2.87466, 1.72073, 0.984584, -0.758178, -3.0237,
      -0.216112,
    ],
    intercept: -3.66323,
    baseRate: 0.0796667,
  },
  campaign: {
    weights: [0.493697],
    intercept: 0.932074,
    baseRate: 0.0316667,
  },
};
