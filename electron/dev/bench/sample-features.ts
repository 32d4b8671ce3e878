import type { Coded } from '../../engine/analysis/dataset.ts';
import { auroc } from '../../engine/analysis/score/ranking.ts';
import type { AccountRecord } from '../../engine/sample/sample-types.ts';
import { ACCOUNT_FEATURES, featureValues } from './baselines/account-features.ts';
import type { SampleData } from './baselines/sample-dataset.ts';

const RECORD_FEATURES: Readonly<Record<string, (record: AccountRecord) => number>> = {
  'record: created': (record) => record.createdUs,
  'record: organisation': (record) => Number(record.organizationId !== ''),
  'record: phone': (record) => Number(record.phoneHash !== ''),
  'record: payment': (record) => Number(record.paymentFingerprint !== ''),
  'record: declared use': (record) => Number(record.declaredUse !== ''),
  'record: virtual card': (record) => Number(record.cardBin === '906600'),
  'record: digits in mail': (record) => Number(/\d{3}@/.test(record.email)),
  'record: length of mail': (record) => record.email.length,
  'record: stopped': (record) => Number(record.status !== 'active'),
};
const TEXT_FEATURES: Readonly<Record<string, (text: string) => number>> = {
  'text: length': (text) => text.length,
  'text: other scripts': (text) => Number(/[^ -~\n]/.test(text)),
  'text: code': (text) => Number(/[{}();=]{2}|```/.test(text)),
};

/** Values that are no numbers; they are scored by how often campaigns have them in other data sets. */
const CATEGORIES: Readonly<Record<string, (sample: SampleData, account: number) => string>> = {
  plan: ({ records }, at) => records[at]!.plan,
  'sign-up route': ({ records }, at) => records[at]!.signupRoute,
  'kyc level': ({ records }, at) => records[at]!.kycLevel,
  'declared use': ({ records }, at) => records[at]!.declaredUse,
  'mail domain': ({ records }, at) =>
    records[at]!.email.split('@')[1]!.replace(/.*(-|university).*/, 'company'),
  'card issuer': ({ records }, at) => records[at]!.cardBin,
  'user agent': ({ data }, at) => firstValue(data.userAgent, data.from, at),
  endpoint: ({ data }, at) => firstValue(data.endpoint, data.from, at),
  'max tokens': ({ data }, at) => String(data.maxTokens[data.from[at]!]),
  temperature: ({ data }, at) => String(data.temperature[data.from[at]!]),
  'first words': ({ data, texts }, at) =>
    (texts[data.prompt[data.from[at]!]! - 1] ?? '').split(' ').slice(0, 2).join(' '),
};
/** Accounts of the base rate that every category is given in advance. */
const PRIOR = 10;

/** What is kept of a sample for the categories, so that the samples themselves need not be. */
export interface Categories {
  readonly labels: readonly number[];
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** 1 for accounts of campaigns, 0 for others, in the order of the data set. */
export function campaignLabels({ records, truth }: SampleData): number[] {
  return records.map(({ accountId }) => Number(truth.accounts[accountId]!.benign_family === null));
}

/** AUROC of each simple number an account. */
export function numberAurocs(sample: SampleData): Map<string, number> {
  const labels = campaignLabels(sample);
  const result = new Map<string, number>();
  for (const [name, feature] of Object.entries(ACCOUNT_FEATURES)) {
    result.set(name, auroc(featureValues(sample.data, feature), labels));
  }
  for (const [name, feature] of Object.entries(TEXT_FEATURES)) {
    const values = sample.texts.map(feature);
    const mean = featureValues(sample.data, ({ data, from, to }) => {
      let sum = 0;
      for (let at = from; at < to; at++) sum += values[data.prompt[at]! - 1]!;
      return sum / (to - from);
    });
    result.set(name, auroc(mean, labels));
  }
  for (const [name, feature] of Object.entries(RECORD_FEATURES)) {
    result.set(name, auroc(sample.records.map(feature), labels));
  }
  return result;
}

export function categoriesOf(sample: SampleData): Categories {
  const values = Object.entries(CATEGORIES).map(([name, value]) => [
    name,
    sample.records.map((_, at) => value(sample, at)),
  ]);
  return { labels: campaignLabels(sample), values: Object.fromEntries(values) };
}

/**
 * AUROC of each category in one of several samples: an account scores the share of campaign accounts among those with
 * its value in the other samples. Needs at least two.
 */
export function categoryAurocs(samples: readonly Categories[], at: number): Map<string, number> {
  const others = samples.filter((_, index) => index !== at);
  const labels = others.flatMap((other) => other.labels);
  const base = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return new Map(
    Object.keys(CATEGORIES).map((name) => {
      const counts = new Map<string, { hits: number; n: number }>();
      others
        .flatMap((other) => other.values[name]!)
        .forEach((value, account) => {
          const { hits, n } = counts.get(value) ?? { hits: 0, n: 0 };
          counts.set(value, { hits: hits + labels[account]!, n: n + 1 });
        });
      const scores = samples[at]!.values[name]!.map((value) => {
        const { hits, n } = counts.get(value) ?? { hits: 0, n: 0 };
        return (hits + PRIOR * base) / (n + PRIOR);
      });
      return [`category: ${name}`, auroc(scores, samples[at]!.labels)];
    }),
  );
}

function firstValue(column: Coded, from: Uint32Array, account: number): string {
  const row = from[account]!;
  return row === from[account + 1] ? '' : (column.values[column.codes[row]! - 1] ?? '');
}
