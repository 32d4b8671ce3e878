import type { Dataset } from '../../../engine/analysis/dataset.ts';
import { ACCOUNT_FEATURES, featureValues } from './account-features.ts';
import { type ChecklistRecord, checklistScores } from './checklist.ts';
import { sharedAddressComponents, sharedPaymentComponents, sharedSystemComponents } from './components.ts';
import { coordination } from './coordination.ts';
import { fraudarBlocks } from './fraudar.ts';
import { isolationScores } from './isolation-forest.ts';
import { openingLinks, promptLinks } from './links.ts';
import { mmdScores } from './mmd.ts';

export interface BaselineInput {
  readonly data: Dataset;
  /** In the order of `data.accounts`. */
  readonly records: readonly (ChecklistRecord & { readonly paymentFingerprint: string })[];
  /** Text of each prompt code, `texts[code - 1]`. */
  readonly texts: readonly string[];
}

/** Baselines that score accounts, higher is more suspicious. */
export const SCORERS: Readonly<Record<string, (input: BaselineInput) => ArrayLike<number>>> = {
  'request volume': ({ data }) => featureValues(data, ACCOUNT_FEATURES.requests!),
  'token volume': ({ data }) => {
    const input = featureValues(data, ACCOUNT_FEATURES.inputTokens!);
    const output = featureValues(data, ACCOUNT_FEATURES.outputTokens!);
    return input.map((tokens, account) => tokens + output[account]!);
  },
  'hour entropy': ({ data }) => featureValues(data, ACCOUNT_FEATURES.hourEntropy!),
  'AA26 checklist': ({ data, records, texts }) => checklistScores(data, records, texts),
  'TF-IDF cosine': ({ data, texts }) => coordination(openingLinks(data, texts)).scores,
  'MMD per account': ({ data, texts }) => mmdScores(data, texts),
  'isolation forest': ({ data }) => {
    const columns = Object.values(ACCOUNT_FEATURES).map((feature) => featureValues(data, feature));
    return isolationScores(data.accounts.map((_, account) => columns.map((column) => column[account]!)));
  },
};

const BLOCKS = 20;

/** Baselines that put accounts into groups; null is none. */
export const CLUSTERERS: Readonly<Record<string, (input: BaselineInput) => (number | null)[]>> = {
  'shared address': ({ data }) => sharedAddressComponents(data),
  'shared payment': ({ records }) =>
    sharedPaymentComponents(records.map((record) => record.paymentFingerprint)),
  'shared system prompt': ({ data }) => sharedSystemComponents(data),
  'TF-IDF cosine, openings': ({ data, texts }) => coordination(openingLinks(data, texts)).clusters,
  'TF-IDF cosine, prompts': ({ data }) => coordination(promptLinks(data)).clusters,
  'FRAUDAR, openings': ({ data, texts }) => fraudarBlocks(openingLinks(data, texts), BLOCKS),
};
