import { expect, test } from 'vitest';
import { campaignScore } from '../../../../electron/engine/analysis/score/campaign-score.ts';

const CALIBRATION = { intercept: -2, campaignShare: 0.1 };
const logit = (p: number) => Math.log(p / (1 - p));

test('at the share of the fit the score is that of the model alone', () => {
  const score = campaignScore({ evidence: 2, together: 1, most: 1 }, CALIBRATION, 0.1);
  expect(score).toBeCloseTo(0.5, 12);
});

test('a prior moves the log-odds by the difference of the log-odds of the shares', () => {
  const basis = { evidence: 3, together: 1, most: 1 };
  const [low, high] = [0.01, 0.2].map((prior) => campaignScore(basis, CALIBRATION, prior));
  expect(logit(high) - logit(low)).toBeCloseTo(logit(0.2) - logit(0.01), 9);
});

test('whatever the prior, a held score stays below what it is held at', () => {
  for (const prior of [0.0001, 0.01, 0.5])
    expect(
      campaignScore({ evidence: 40, together: 0.9, most: 0.55 }, CALIBRATION, prior),
    ).toBeLessThanOrEqual(0.55 * 0.9);
});
