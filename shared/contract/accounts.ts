import { z } from 'zod';
import type { Likelihood, SignalId } from './analysis.ts';
import { read } from './define.ts';
import { filter } from './filters.ts';
import type { RequestField } from './imports.ts';

export const ACCOUNT_SORTS = [
  'account',
  'requests',
  'firstUs',
  'lastUs',
  'activeDays',
  'inputTokens',
  'outputTokens',
  'failed',
  'score',
] as const;
export type AccountSort = (typeof ACCOUNT_SORTS)[number];

export interface AccountRow {
  /** Integer inside this case only; outside identity is `account`. */
  readonly id: number;
  readonly account: string;
  readonly requests: number;
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  /** Calendar days with at least one request, in the zone of the case. */
  readonly activeDays: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Requests whose status says they failed. */
  readonly failed: number;
  /** Requests in 60 equal bins over the whole case's time range. */
  readonly spark: Uint32Array;
  readonly tags: readonly string[];
  readonly comments: number;
}

export interface ListedAccount extends AccountRow {
  /** A star is on the account itself. */
  readonly starred: boolean;
  /** Of its requests, those that the filter asked with leaves; null where none was asked with. */
  readonly matching: number | null;
  /** What the last analysis says of it; null where none looked at it. */
  readonly analysis: {
    readonly score: number;
    readonly likelihood: Likelihood;
    readonly operator: string | null;
    /** The signal of its own that adds the most bits; null where none adds any. */
    readonly strongest: StrongestSignal | null;
  } | null;
}

/** What speaks most for an account, and its place among those it is compared with. */
export interface StrongestSignal {
  readonly id: SignalId;
  readonly title: string;
  /** 0 to 100; null where there is no cohort to compare with. */
  readonly percentile: number | null;
  readonly cohort: string;
  readonly detail: string;
}

/**
 * Ids of all accounts under examination that match, in order: small enough to send whole, so scrolling never waits. Accounts that no
 * analysis looked at have no score and come last. `total` is how many accounts the case has
 * under examination, `reference` how many of the benign reference stand beside them.
 */
export const orderAccounts = read(
  'accounts.order',
  z.strictObject({
    sort: z.enum(ACCOUNT_SORTS),
    descending: z.boolean(),
    /** Case-insensitive part of the account id or of a tag; empty for all. */
    search: z.string().max(200),
    /** Only accounts that it leaves; see FilterView.accounts. */
    filter: filter.optional(),
  }),
).returns<{ readonly ids: Uint32Array; readonly total: number; readonly reference: number }>();

/** The rows of the given accounts, in the order asked. */
export const accountRows = read(
  'accounts.rows',
  z.strictObject({ ids: z.array(z.int().min(1)).max(500), filter: filter.optional() }),
).returns<readonly ListedAccount[]>();

/** One account by its outside id. NOT_FOUND when the case has none. */
export const getAccount = read(
  'accounts.get',
  z.strictObject({ account: z.string().min(1).max(1000) }),
).returns<ListedAccount>();

/** Fields whose values are counted per account while rows pass. */
export const VALUE_FIELDS = [
  'model',
  'topic',
  'status',
  'endpoint',
] as const satisfies readonly RequestField[];
export type ValueField = (typeof VALUE_FIELDS)[number];

export interface ValueCount {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** How an account's requests, or those of the case, lie over the values of a field; all parts add up to `total`. */
export interface Breakdown {
  /** The values with the most requests (then tokens) first, as many as were asked for. */
  readonly entries: readonly (ValueCount & { readonly value: string })[];
  /** Further values, and what they count together. */
  readonly further: ValueCount & { readonly values: number };
  /** What has values that are not told apart: beyond the first 10,000 of a file, or longer than 1,000 bytes. */
  readonly other: ValueCount;
  /** What states no value. */
  readonly absent: ValueCount;
  /** What comes from sources of earlier versions, whose values were not counted. */
  readonly uncounted: ValueCount;
  readonly total: ValueCount;
  /** Whether any source of these counts has a value of the field, for whatever account. */
  readonly imported: boolean;
}

/** Requests and tokens by value of a field: of one account, or of the whole case with null. */
export const getBreakdown = read(
  'accounts.breakdown',
  z.strictObject({
    account: z.string().min(1).max(1000).nullable(),
    field: z.enum(VALUE_FIELDS),
    limit: z.int().min(1).max(1000),
  }),
).returns<Breakdown>();
