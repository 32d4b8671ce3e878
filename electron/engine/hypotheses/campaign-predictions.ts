import type { Consistency } from '../../../shared/contract/hypotheses.ts';

/** How a campaign fits what a benign alternative predicts: if that holds, and if it does not. */
export interface CampaignFit {
  readonly holds: Consistency;
  readonly fails: Consistency;
  readonly reason: string;
}

/**
 * Predictions of benign alternatives, by their text, that a distillation campaign contradicts: without them nothing but
 * signals could be proposed against a campaign, and the matrix would lean towards it.
 */
export const CAMPAIGN_PREDICTIONS: Readonly<Record<string, CampaignFit>> = {
  'Few requests have a form that serves to train a model': {
    holds: '-',
    fails: '+',
    reason: 'A campaign is after answers that serve to train a model',
  },
  'Requests vary as people vary, without templates': {
    holds: '-',
    fails: '+',
    reason: 'A campaign asks by templates, as programs do',
  },
  'The same items are asked again and again': {
    holds: '-',
    fails: '+',
    reason: 'A campaign gains nothing from an answer it has already',
  },
  'Nobody has many customers send one demand for training material': {
    holds: '0',
    fails: '+',
    reason: 'A campaign may reach the model through many customers, but need not',
  },
  'The contract of the accounts allows training': {
    holds: '--',
    fails: '0',
    reason: 'What the contract allows is no extraction',
  },
};
