import type { Logistic } from './model.ts';

/**
 * Fitted on the tuning data sets of the synthetic benchmark (`detection/fit.ts`), and frozen. Written by
 * `npm run bench -- detection --fit`; never edited by hand.
 */
export const MODEL: {
  /** Share of accounts in campaigns in the data it was fitted on. */
  readonly campaignShare: number;
  readonly extraction: Logistic;
  readonly access: Logistic;
  readonly campaign: Logistic;
} = {
  campaignShare: 0.0328,
  extraction: {
    weights: [
      0, 6.04644, 0, 5.22728, 40.8412, 0.395008, 0, 0.243477, 0.455955, 5.7776, -10.144, -3.97201, 0, 0, 0,
      2.71348, 10.0582, 0.328102, 0, 2.91005, 0.289894, 0, -46.0344, 0,
    ],
    intercept: -9.68585,
    baseRate: 0.0514035,
  },
  access: {
    weights: [0.921606, 2.7129, 0, 0, 0, 0, 2.36094, 1.11621, 4.19022, 26.162, -3.21155, 0, -0.230023],
    intercept: -5.96474,
    baseRate: 0.0805263,
  },
  campaign: {
    weights: [0.923762],
    intercept: 2.16318,
    baseRate: 0.032807,
  },
};
