import { z } from 'zod';
import { nothing, read } from './define.ts';

/** Kinds of value an account carries; equal values of one kind are compared, and their rarity gives the weight. */
export const IDENTIFIER_KINDS = [
  'organization',
  'api_key',
  'payment_fingerprint',
  'card_bin',
  'email',
  'email_skeleton',
  'email_domain',
  'phone',
  'device',
  'ip',
  'network',
  'asn',
  'header_fingerprint',
  'end_user',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** What one row of a table of accounts says of an account. null where it says nothing, or nothing readable. */
export interface AccountRecord {
  readonly account: string;
  /** Integer inside this case only. */
  readonly accountId: number;
  /** SHA-256 of the source, and the row's number in it from 1. */
  readonly source: string;
  readonly row: number;
  readonly organizationId: string | null;
  readonly createdUs: number | null;
  readonly plan: string | null;
  readonly signupRoute: string | null;
  readonly email: string | null;
  readonly phoneHash: string | null;
  readonly paymentFingerprint: string | null;
  readonly cardBin: string | null;
  readonly kycLevel: string | null;
  readonly declaredUse: string | null;
  readonly trainingAllowed: boolean | null;
  readonly reseller: boolean | null;
  readonly status: string | null;
  readonly statusChangedUs: number | null;
  /** What the file says where a typed value above cannot be read. */
  readonly unread: {
    readonly created?: string;
    readonly trainingAllowed?: string;
    readonly reseller?: string;
    readonly statusChanged?: string;
  };
  /** Columns that no field takes, without empty ones. */
  readonly extra: Readonly<Record<string, string>>;
}

/** One identifier that one row says an account carries. */
export interface AccountIdentifier {
  readonly account: string;
  readonly accountId: number;
  readonly kind: IdentifierKind;
  /** In the form identifiers are compared in. */
  readonly value: string;
  readonly original: string;
  readonly source: string;
  readonly row: number;
}

/** A model release, an incident or an outside event. */
export interface ContextEvent {
  readonly source: string;
  readonly row: number;
  /** null where the time cannot be read; `timeText` is what the file says. */
  readonly timeUs: number | null;
  readonly timeText: string;
  readonly kind: string | null;
  readonly label: string;
  /** Who says so, as the file names it. */
  readonly reference: string | null;
  readonly extra: Readonly<Record<string, string>>;
}

/** An identifier of an account, with how common it is. */
export interface CarriedIdentifier {
  readonly kind: IdentifierKind;
  readonly value: string;
  /** As the rows spell it; distinct spellings, at most 5. */
  readonly originals: readonly string[];
  /** Accounts that carry it by their records, this one included, and accounts that carry any of its kind. */
  readonly accounts: number;
  readonly ofAccounts: number;
  /** `consumer`, `disposable`, `educational` or `corporate` for e-mail domains; null otherwise. */
  readonly class: string | null;
}

export interface AccountRecords {
  /** Oldest status first; the last that states a field holds its present value. */
  readonly records: readonly AccountRecord[];
  readonly identifiers: readonly CarriedIdentifier[];
}

/** What tables of accounts say of one account: its rows and identifiers. NOT_FOUND for no account of the case. */
export const getAccountRecords = read(
  'records.account',
  z.strictObject({ account: z.string().min(1).max(1000) }),
).returns<AccountRecords>();

/** All events of the context, earliest first, those without a time last; at most 10,000. */
export const listContext = read('records.context', nothing).returns<{
  readonly events: readonly ContextEvent[];
  readonly total: number;
}>();
