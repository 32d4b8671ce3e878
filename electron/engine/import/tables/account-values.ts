import { LONG_ACCOUNT, MAX_ACCOUNT_BYTES, NO_ACCOUNT } from '../read-row.ts';
import type { TableRow } from './table-row.ts';

/** What a record says of an account, by the columns of `account_record`; its account beside. */
export interface AccountValues {
  readonly organization_id: string | null;
  readonly created_us: number | null;
  readonly created_text: string | null;
  readonly plan: string | null;
  readonly signup_route: string | null;
  readonly email: string | null;
  readonly phone_hash: string | null;
  readonly payment_fingerprint: string | null;
  readonly card_bin: string | null;
  readonly kyc_level: string | null;
  readonly declared_use: string | null;
  readonly training_allowed: 0 | 1 | null;
  readonly training_allowed_text: string | null;
  readonly reseller: 0 | 1 | null;
  readonly reseller_text: string | null;
  readonly status: string | null;
  readonly status_changed_us: number | null;
  readonly status_changed_text: string | null;
  /** JSON object. */
  readonly extra: string;
}

export const ACCOUNT_RECORD_COLUMNS: readonly (keyof AccountValues)[] = [
  'organization_id',
  'created_us',
  'created_text',
  'plan',
  'signup_route',
  'email',
  'phone_hash',
  'payment_fingerprint',
  'card_bin',
  'kyc_level',
  'declared_use',
  'training_allowed',
  'training_allowed_text',
  'reseller',
  'reseller_text',
  'status',
  'status_changed_us',
  'status_changed_text',
  'extra',
];

/** The account a record is about, spaces and tabs around it cut off as in requests; in words why it names none. */
export function accountOf(row: TableRow): { readonly account: string } | { readonly problem: string } {
  const account = (row.text('account_id') ?? '').replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
  if (account === '') return { problem: NO_ACCOUNT };
  return Buffer.byteLength(account) > MAX_ACCOUNT_BYTES ? { problem: LONG_ACCOUNT } : { account };
}

export function accountValues(row: TableRow): AccountValues {
  const created = row.time('created_at');
  const changed = row.time('status_changed_at');
  const [trainingAllowed, reseller] = [row.text('training_allowed'), row.text('reseller')];
  return {
    organization_id: row.text('organization_id'),
    created_us: created.us,
    created_text: created.text,
    plan: row.text('plan'),
    signup_route: row.text('signup_route'),
    email: row.text('email'),
    phone_hash: row.text('phone_hash'),
    payment_fingerprint: row.text('payment_fingerprint'),
    card_bin: row.text('card_bin'),
    kyc_level: row.text('kyc_level'),
    declared_use: row.text('declared_use'),
    training_allowed: yesOrNo(trainingAllowed),
    training_allowed_text: trainingAllowed,
    reseller: yesOrNo(reseller),
    reseller_text: reseller,
    status: row.text('status'),
    status_changed_us: changed.us,
    status_changed_text: changed.text,
    extra: row.extra(),
  };
}

const YES = new Set(['true', 't', 'yes', 'y', '1', '1.0']);
const NO = new Set(['false', 'f', 'no', 'n', '0', '0.0']);

/** 1 for yes, 0 for no; null for no text, or one that is neither. */
export function yesOrNo(text: string | null): 0 | 1 | null {
  const word = text?.trim().toLowerCase();
  if (word === undefined) return null;
  return YES.has(word) ? 1 : NO.has(word) ? 0 : null;
}
