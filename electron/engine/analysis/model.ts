import type { GroupFeatures } from './group-features.ts';
import { MODEL } from './model-weights.ts';
import type { Calibration } from './score/campaign-score.ts';

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

/** One input of a model: what it is, and whether more of it may only speak for (1) or against (-1). */
interface Input {
  readonly name: string;
  readonly sign: 1 | -1;
  of(f: GroupFeatures): number;
}

/** Grows fast at first: half of its most at `half`, for shares that tell though they are small. */
const saturated = (share: number, half: number) => share / (share + half);
const fresh = (f: GroupFeatures) => f.templated * f.fresh;
const grouped = (f: GroupFeatures) => (f.accounts >= 2 ? 1 : 0);
const size = (f: GroupFeatures) => Math.log2(f.accounts);

/** What is asked. */
export const CONTENT: readonly Input[] = [
  { name: 'new fillings of templates', sign: 1, of: fresh },
  {
    name: 'new fillings of templates that several accounts share',
    sign: 1,
    of: (f) => fresh(f) * f.sharedTemplates,
  },
  { name: 'rare templates that strangers share', sign: 1, of: (f) => f.fresh * f.strangersTemplates },
  { name: 'rare templates that many strangers share', sign: 1, of: (f) => f.fresh * f.crowdTemplates },
  {
    name: 'demands for training material that many strangers repeat',
    sign: 1,
    of: (f) => saturated(f.crowdDemands, 0.03),
  },
  { name: 'forms that serve to train a model', sign: 1, of: (f) => saturated(f.trainingForms, 0.05) },
  {
    name: 'capabilities of high training value',
    sign: 1,
    of: (f) => Math.max(0, f.highValue - USUAL_HIGH_VALUE),
  },
  { name: 'prompts asked once', sign: 1, of: (f) => f.distinct },
  { name: 'long answers', sign: 1, of: (f) => Math.log2(1 + f.outputTokens / TYPICAL_OUTPUT_TOKENS) },
  { name: 'refusals', sign: 1, of: (f) => saturated(f.refused, 0.05) },
  { name: 'fillings of templates asked again', sign: -1, of: (f) => f.templated * (1 - f.fresh) },
  { name: 'end users named', sign: -1, of: (f) => f.endUsers },
];

/** Who asks. */
export const ACCESS: readonly Input[] = [
  { name: 'several accounts act together', sign: 1, of: grouped },
  { name: 'claims to be different customers', sign: 1, of: (f) => grouped(f) * f.claims },
  {
    name: 'such claims without anybody known behind them',
    sign: 1,
    of: (f) => grouped(f) * f.claims * f.unidentified,
  },
  { name: 'different customers, many accounts', sign: 1, of: (f) => f.claims * size(f) },
  { name: 'nobody known behind it', sign: 1, of: (f) => f.unidentified },
  { name: 'disposable mail', sign: 1, of: (f) => f.disposableMail },
  { name: 'stopped accounts', sign: 1, of: (f) => f.stopped },
  { name: 'networks per account', sign: 1, of: (f) => Math.log2(1 + f.networks) },
  { name: 'rare templates that many strangers share', sign: 1, of: (f) => f.fresh * f.crowdTemplates },
  {
    name: 'demands for training material that many strangers repeat',
    sign: 1,
    of: (f) => saturated(f.crowdDemands, 0.03),
  },
  { name: 'training allowed by contract', sign: -1, of: (f) => f.authorised },
  { name: 'resale allowed by contract', sign: -1, of: (f) => f.resellers },
  { name: 'one customer by its own claim', sign: -1, of: (f) => grouped(f) * (1 - f.claims) },
];

/** Signs of the inputs of the two models, in order. */
export const CONTENT_SIGNS = [...CONTENT, ...CONTENT].map(({ sign }) => sign);
export const ACCESS_SIGNS = ACCESS.map(({ sign }) => sign);

/** Inputs of the content model: of the group, then of the account by itself. */
export function contentInputs(group: GroupFeatures, own: GroupFeatures): number[] {
  return [group, own].flatMap((f) => CONTENT.map((input) => input.of(f)));
}

export function accessInputs(group: GroupFeatures): number[] {
  return ACCESS.map((input) => input.of(group));
}

/**
 * Probability that what an account asks, seen with its operator, serves to train another model without leave: what
 * its contract allows is no extraction, whatever is asked.
 */
export function extractionProbability(group: GroupFeatures, own: GroupFeatures): number {
  return unauthorised(apply(MODEL.extraction, contentInputs(group, own)), own);
}

export function unauthorised(content: number, { authorised }: Pick<GroupFeatures, 'authorised'>): number {
  return content * (1 - authorised);
}

/** Probability that a group's access is not what its customers agreed to. */
export function accessProbability(group: GroupFeatures): number {
  return apply(MODEL.access, accessInputs(group));
}

/**
 * Natural log-odds that the two findings add to those of a campaign; `campaignScore` makes a probability of them.
 * Their product ranks; a third model, of the product's log-odds alone, brings it to the scale of chances, because the
 * two findings are true of the same accounts more often than by chance.
 */
export function campaignEvidence(extraction: number, access: number): number {
  return campaignInputs(extraction, access)[0] * MODEL.campaign.weights[0];
}

export const CALIBRATION: Calibration = {
  intercept: MODEL.campaign.intercept,
  campaignShare: MODEL.campaignShare,
};

export function campaignInputs(extraction: number, access: number): number[] {
  return [logit(Math.min(1 - 1e-6, 1e-6 + extraction * access))];
}

export function apply(model: Logistic, inputs: readonly number[]): number {
  const z = inputs.reduce((sum, input, i) => sum + input * model.weights[i], model.intercept);
  return 1 / (1 + Math.exp(-z));
}

const logit = (p: number) => Math.log(p / (1 - p));
