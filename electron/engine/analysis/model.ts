import type { GroupFeatures } from './group-features.ts';
import { MODEL } from './model-weights.ts';

/**
 * Two logistic models, kept apart as the findings are: whether what is asked serves to train another model, and
 * whether who asks hides who they are. Both are fitted on the tuning seeds of the synthetic benchmark alone
 * (`npm run bench -- detection --fit`), and their weights stand in `model-weights.ts`.
 */
export interface Logistic {
  /** One weight per input, for inputs as they come. */
  readonly weights: readonly number[];
  readonly intercept: number;
  /** Share of accounts for which it was true in the data it was fitted on. */
  readonly baseRate: number;
}

/** Ordinary prompts draw on capabilities of high training value about so often. */
const USUAL_HIGH_VALUE = 0.3;
const TYPICAL_OUTPUT_TOKENS = 300;

export const CONTENT_INPUTS = [
  'new fillings of templates',
  'new fillings of templates that several accounts share',
  'rare templates that strangers share',
  'fillings of templates asked again',
  'forms that serve to train a model',
  'capabilities of high training value',
  'prompts asked once',
  'end users named',
  'long answers',
  'refusals',
  'requests',
] as const;

/** What is asked, as the content model takes it: in the order of `CONTENT_INPUTS`. */
export function contentInputs(f: GroupFeatures): number[] {
  const fresh = f.templated * f.fresh;
  return [
    fresh,
    fresh * f.sharedTemplates,
    f.strangersTemplates,
    f.templated * (1 - f.fresh),
    f.trainingForms,
    Math.max(0, f.highValue - USUAL_HIGH_VALUE),
    f.distinct,
    f.endUsers,
    Math.log2(1 + f.outputTokens / TYPICAL_OUTPUT_TOKENS),
    f.refused,
    Math.log2(1 + f.requests) / 10,
  ];
}

export const ACCESS_INPUTS = [
  'several accounts act together',
  'claims to be different customers',
  'such claims without anybody known behind them',
  'nobody known behind it',
  'disposable mail',
  'training allowed by contract',
  'resale allowed by contract',
  'stopped accounts',
  'networks per account',
  'accounts',
  'one customer by its own claim',
  'different customers, many accounts',
] as const;

/** Who asks, as the access model takes it: in the order of `ACCESS_INPUTS`. */
export function accessInputs(f: GroupFeatures): number[] {
  const grouped = f.accounts >= 2 ? 1 : 0;
  const claims = grouped * f.claims;
  const size = Math.log2(f.accounts);
  return [
    grouped,
    claims,
    claims * f.unidentified,
    f.unidentified,
    f.disposableMail,
    f.authorised,
    f.resellers,
    f.stopped,
    Math.log2(1 + f.networks),
    size,
    grouped * (1 - f.claims),
    claims * size,
  ];
}

/** Probability that what an account asks, seen with its operator, serves to train another model. */
export function extractionProbability(group: GroupFeatures, own: GroupFeatures): number {
  return apply(MODEL.extraction, [...contentInputs(group), ...contentInputs(own)]);
}

/** Probability that a group's access is not what its customers agreed to. */
export function accessProbability(group: GroupFeatures): number {
  return apply(MODEL.access, accessInputs(group));
}

/**
 * Probability of a campaign, from those of the two findings under the share of accounts in campaigns that is
 * assumed. Their product ranks; a third model, of the product's log-odds alone, brings it to the scale of chances,
 * because the two findings are true of the same accounts more often than by chance.
 */
export function campaignProbability(extraction: number, access: number, priorShare: number): number {
  const shift = logit(priorShare) - logit(MODEL.campaignShare);
  return apply(MODEL.campaign, campaignInputs(extraction, access), shift);
}

export function campaignInputs(extraction: number, access: number): number[] {
  return [Math.log2(1e-6 + extraction * access)];
}

export function apply(model: Logistic, inputs: readonly number[], shift = 0): number {
  const z = inputs.reduce((sum, input, i) => sum + input * model.weights[i], model.intercept + shift);
  return 1 / (1 + Math.exp(-z));
}

const logit = (p: number) => Math.log(p / (1 - p));
