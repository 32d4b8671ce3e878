import type { ScoreBasis } from '../../../../shared/contract/analysis.ts';

/** How the log-odds of evidence are brought to the scale of chances; of the model's version that analysed. */
export interface Calibration {
  readonly intercept: number;
  /** Share of accounts in campaigns in the data it was fitted on. */
  readonly campaignShare: number;
}

/**
 * Probability of a campaign under the share of accounts in campaigns that is assumed: the log-odds of the evidence
 * moved by those of the prior against those of the data of the fit (prior correction of a logistic model, King and
 * Zeng 2001), then drawn down by how surely the accounts act together and by what may be stated at most.
 *
 * This is the only place where the prior enters: not grouping, nor links, signals or the three findings.
 */
export function campaignScore(
  { evidence, together, most }: ScoreBasis,
  { intercept, campaignShare }: Calibration,
  priorShare: number,
): number {
  const shift = logit(priorShare) - logit(campaignShare);
  const campaign = 1 / (1 + Math.exp(-(intercept + shift + evidence)));
  return most * (together * campaign);
}

const logit = (p: number) => Math.log(p / (1 - p));
