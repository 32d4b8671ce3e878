import type { Confidence, Finding, LinkEvidence } from '../../../shared/contract/analysis.ts';
import { oneOfKind } from '../../../shared/evidence-kinds.ts';
import type { GroupFeatures } from './group-features.ts';
import { estimativeWord } from './statistics/estimative-word.ts';
import { bitsToProbability } from './statistics/log-odds.ts';

/** What the three findings about an operator are made from. */
export interface FindingInput {
  readonly features: GroupFeatures;
  readonly evidence: readonly LinkEvidence[];
  /** Bits of the operator's median link, prior taken in. */
  readonly medianBits: number;
  readonly stability: number;
  readonly extraction: number;
  readonly access: number;
  readonly hasPrompts: boolean;
  readonly hasRecords: boolean;
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
/** A synthetic benchmark never makes anything certain. */
const MOST_LIKELY = 0.98;

/** Nor does what stands in few of the requests make anything more than likely, or hashes alone more than even. */
const MOST_IF_THIN = 0.79;
const MOST_IF_HASHED = 0.55;
const THIN = 0.1;

/** The three findings, kept apart: who acts together, whether it is extraction, whether the access is legitimate. */
export function makeFindings(input: FindingInput): {
  readonly together: Finding;
  readonly extraction: Finding;
  readonly access: Finding;
} {
  return {
    together: {
      likelihood: estimativeWord(togetherProbability(input)),
      confidence: togetherConfidence(input),
      reasons: input.evidence.map(
        ({ kind, accounts, bits, example }) =>
          `${accounts} of ${input.features.accounts} accounts share ${oneOfKind(kind)} with another, ${bits.toFixed(1)} bits at the median link: ${example}`,
      ),
    },
    extraction: {
      likelihood: estimativeWord(Math.min(mostOfContent(input), input.extraction)),
      confidence: contentConfidence(input),
      reasons: contentReasons(input),
    },
    access: {
      likelihood: estimativeWord(Math.min(MOST_LIKELY, input.access)),
      confidence: input.hasRecords && input.features.accounts >= 5 ? 'moderate' : 'low',
      reasons: accessReasons(input),
    },
  };
}

/** Probability that the accounts act together: that of the median link, drawn down where the group is unstable. */
export function togetherProbability({ medianBits, stability }: FindingInput): number {
  return Math.min(MOST_LIKELY, bitsToProbability(medianBits) * (0.5 + 0.5 * stability));
}

function togetherConfidence({ evidence, stability }: FindingInput): Confidence {
  const families = new Set(evidence.map(({ family, kind }) => (family === 'identity' ? kind : family))).size;
  if (families >= 3 && stability >= 0.9) return 'high';
  return families >= 2 && stability >= 0.7 ? 'moderate' : 'low';
}

function contentConfidence(input: FindingInput): Confidence {
  if (!input.hasPrompts || isThin(input)) return 'low';
  return input.features.requests >= 500 ? 'moderate' : 'low';
}

function mostOfContent(input: FindingInput): number {
  if (!input.hasPrompts) return MOST_IF_HASHED;
  return isThin(input) ? MOST_IF_THIN : MOST_LIKELY;
}

/** Whether what speaks for extraction stands in less than a tenth of the requests. */
function isThin({ features: f }: FindingInput): boolean {
  return Math.max(f.templated * f.fresh * f.sharedTemplates, f.crowdTemplates, f.trainingForms) < THIN;
}

function contentReasons({ features: f, hasPrompts }: FindingInput): string[] {
  if (!hasPrompts) return ['The data hold no prompt text: only hashes and counts stand behind this finding'];
  const reasons: string[] = [];
  if (f.authorised > 0)
    reasons.push(
      `The contract allows training on answers for ${percent(f.authorised)} of the accounts whose records say either way: what is allowed is no extraction`,
    );
  if (f.crowdTemplates >= 0.05)
    reasons.push(
      `${percent(f.crowdTemplates)} of requests follow rare templates that many other customers share`,
    );
  if (f.crowdDemands >= 0.01)
    reasons.push(
      `${percent(f.crowdDemands)} repeat a demand, of a form whose answers serve to train a model, that many other customers repeat word for word`,
    );
  if (f.templated >= 0.1) {
    reasons.push(
      `${percent(f.templated)} of requests follow a template with something filled in; ${percent(f.fresh)} of the fillings are asked once`,
      `${percent(f.sharedTemplates)} of those requests are in templates that three in ten of the accounts share`,
    );
  }
  if (f.trainingForms >= 0.05)
    reasons.push(`${percent(f.trainingForms)} of prompts have a form whose answers serve to train a model`);
  reasons.push(
    `${percent(f.highValue)} of prompts draw on capabilities of high training value`,
    `${percent(f.distinct)} of requests carry a prompt of their own`,
  );
  if (f.templated < 0.1) reasons.push('Hardly any request follows a template: requests vary as people vary');
  return reasons;
}

function accessReasons({ features: f, hasRecords }: FindingInput): string[] {
  const reasons = [
    `${percent(f.claims)} of accounts are outside the largest customer they say they are`,
    `${percent(f.unidentified)} of accounts have no firm or business check behind them`,
  ];
  if (f.disposableMail > 0) reasons.push(`${percent(f.disposableMail)} use disposable mail`);
  if (f.stopped > 0) reasons.push(`${percent(f.stopped)} were stopped`);
  if (f.authorised > 0)
    reasons.push(`The contract allows training for ${percent(f.authorised)} of those whose records say`);
  if (f.resellers > 0)
    reasons.push(`The contract allows resale for ${percent(f.resellers)} of those whose records say`);
  reasons.push(`An account's requests come from ${f.networks.toFixed(1)} networks (ASN) on average`);
  if (!hasRecords)
    reasons.push('The data hold no account records: who the customers say they are is not known');
  return reasons;
}
