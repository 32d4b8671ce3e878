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
      0, 5.99329, 0, 4.99629, 40.6898, 0.469426, 0, 0.157633, 0.449145, 5.77081, -9.94189, -4.2231, 0, 0, 0,
      2.63013, 10.0578, 0.253758, 0, 2.99814, 0.280468, 0, -45.5428, 0,
    ],
    intercept: -9.65339,
    baseRate: 0.0514035,
  },
  access: {
    weights: [0.928065, 2.65419, 0, 0, 0, 0, 2.33457, 1.13102, 4.16753, 26.2681, -3.20474, 0, -0.223734],
    intercept: -5.9848,
    baseRate: 0.0805263,
  },
  campaign: {
    weights: [0.917351],
    intercept: 2.11415,
    baseRate: 0.032807,
  },
};
