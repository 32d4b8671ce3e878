import { z } from 'zod';
import type { AccountRecord } from '../../../../../shared/contract/records.ts';
import { inOrder, utcOrNull } from '../../json-text.ts';
import type { FilesOf } from '../../published/published.ts';
import { count, likelihood, text, usOrNull, utcOrNull as utcOrNullShape } from '../field-shapes.ts';
import { csvFile, ndjsonFile, type Told } from '../file-of.ts';
import { type PublishedAccount, publishedAccounts } from './account-rows.ts';

const stated = {
  organisation: text.nullable(),
  email: text.nullable(),
  plan: text.nullable(),
  signupRoute: text.nullable(),
  phoneHash: text.nullable(),
  paymentFingerprint: text.nullable(),
  cardBin: text.nullable(),
  kycLevel: text.nullable(),
  declaredUse: text.nullable(),
  trainingAllowed: z.boolean().nullable(),
  reseller: z.boolean().nullable(),
  status: text.nullable(),
  statusChanged: utcOrNullShape,
  statusChangedUs: usOrNull,
  created: utcOrNullShape,
  createdUs: usOrNull,
};

const record = z.strictObject({
  source: text.describe('SHA-256 of the imported file'),
  row: z.int().min(1),
  ...stated,
  unread: z.record(z.string(), z.string()).describe('texts that a typed field above could not be read from'),
  extra: z.record(z.string(), z.string()).describe('columns that no field takes'),
});

/** A line of `data/entities/accounts.ndjson`. Requests and times are those of the bundle. */
export const accountShape = z.strictObject({
  account: text,
  reference: z.boolean().describe('of the benign reference, never examined'),
  requests: count,
  failed: count,
  withoutTime: count,
  inputTokens: z.number(),
  outputTokens: z.number(),
  activeDays: count.describe('calendar days with a request, in the zone of the case'),
  first: utcOrNullShape,
  firstUs: usOrNull,
  last: utcOrNullShape,
  lastUs: usOrNull,
  operator: text.nullable(),
  score: z.number().nullable().describe('calibrated on the synthetic benchmark, not in the field'),
  likelihood: likelihood.nullable(),
  cohort: text.nullable().describe('whom its signals are compared with'),
  fallbackCohort: text.nullable(),
  tags: z.array(text),
  starred: z.boolean(),
  comments: count,
  present: z.strictObject(stated).nullable().describe('what the records of it say together'),
  records: z.array(record).describe('rows of tables of accounts, oldest status first'),
});

export const accountsFiles: FilesOf = async ({ open }) => [
  ndjsonFile('data/entities/accounts.ndjson', accountShape, function* () {
    for (const one of publishedAccounts(open)) yield told(one);
  }),
  csvFile('data/entities/accounts.csv', HEADER, function* () {
    for (const one of publishedAccounts(open)) yield cells(told(one));
  }),
];

function told({ row, withoutTime, isReference, records, present, cohort, fallback }: PublishedAccount) {
  return {
    account: row.account,
    reference: isReference,
    requests: row.requests,
    failed: row.failed,
    withoutTime,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    activeDays: row.activeDays,
    first: utcOrNull(row.firstUs),
    firstUs: row.firstUs,
    last: utcOrNull(row.lastUs),
    lastUs: row.lastUs,
    operator: row.analysis?.operator ?? null,
    score: row.analysis?.score ?? null,
    likelihood: row.analysis?.likelihood ?? null,
    cohort,
    fallbackCohort: fallback,
    tags: row.tags,
    starred: row.starred,
    comments: row.comments,
    present: present && statedBy(present),
    records: records.map((one) => ({
      source: one.source,
      row: one.row,
      ...statedBy(one),
      unread: inOrder(one.unread as Record<string, string>),
      extra: inOrder(one.extra),
    })),
  } satisfies Told<z.infer<typeof accountShape>>;
}

function statedBy(one: AccountRecord) {
  return {
    organisation: one.organizationId,
    email: one.email,
    plan: one.plan,
    signupRoute: one.signupRoute,
    phoneHash: one.phoneHash,
    paymentFingerprint: one.paymentFingerprint,
    cardBin: one.cardBin,
    kycLevel: one.kycLevel,
    declaredUse: one.declaredUse,
    trainingAllowed: one.trainingAllowed,
    reseller: one.reseller,
    status: one.status,
    statusChanged: utcOrNull(one.statusChangedUs),
    statusChangedUs: one.statusChangedUs,
    created: utcOrNull(one.createdUs),
    createdUs: one.createdUs,
  };
}

const HEADER = [
  'account',
  'reference',
  'organisation',
  'operator',
  'score',
  'likelihood',
  'cohort',
  'requests',
  'failed',
  'without_time',
  'input_tokens',
  'output_tokens',
  'active_days',
  'first_utc',
  'last_utc',
  'created_utc',
  'plan',
  'signup_route',
  'email',
  'phone_hash',
  'payment_fingerprint',
  'card_bin',
  'kyc_level',
  'declared_use',
  'training_allowed',
  'reseller',
  'status',
  'status_changed_utc',
  'tags',
  'comments',
];

function cells(one: ReturnType<typeof told>) {
  const said = one.present;
  return [
    one.account,
    yesNo(one.reference),
    said?.organisation ?? null,
    one.operator,
    one.score,
    one.likelihood,
    one.cohort,
    one.requests,
    one.failed,
    one.withoutTime,
    one.inputTokens,
    one.outputTokens,
    one.activeDays,
    one.first,
    one.last,
    said?.created ?? null,
    said?.plan ?? null,
    said?.signupRoute ?? null,
    said?.email ?? null,
    said?.phoneHash ?? null,
    said?.paymentFingerprint ?? null,
    said?.cardBin ?? null,
    said?.kycLevel ?? null,
    said?.declaredUse ?? null,
    yesNo(said?.trainingAllowed ?? null),
    yesNo(said?.reseller ?? null),
    said?.status ?? null,
    said?.statusChanged ?? null,
    one.tags.join('; '),
    one.comments,
  ];
}

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no');
