import { z } from 'zod';
import { BIN_US } from '../time/bin.ts';
import { read } from './define.ts';

/** Fields of a request that a chip names a value of; a request has one value of each, or none. */
export const REQUEST_FIELDS = ['model', 'endpoint', 'status', 'topic'] as const;
export type RequestChipField = (typeof REQUEST_FIELDS)[number];

/** What a chip says of accounts; it takes all requests of the accounts it is true of. */
export const ACCOUNT_FIELDS = [
  'account',
  'operator',
  'organisation',
  'plan',
  'identifier',
  'tag',
  'template',
  'text',
] as const;
export type AccountChipField = (typeof ACCOUNT_FIELDS)[number];

export const CHIP_FIELDS = [...REQUEST_FIELDS, ...ACCOUNT_FIELDS] as const;
export type ChipField = (typeof CHIP_FIELDS)[number];

/** How many values of a field are listed before the rest is counted together. */
export const MOST_FACET_VALUES = 200;

/**
 * One condition: the field has one of the values, or with `negate` none of them. The value null stands for requests
 * or accounts that state none. 'text' takes words as the prompt search does, 'identifier' takes 'kind:value'.
 */
export const chip = z.strictObject({
  field: z.enum(CHIP_FIELDS),
  values: z.array(z.string().max(1000).nullable()).min(1).max(1000),
  negate: z.boolean(),
});
export type Chip = z.infer<typeof chip>;

const us = z.int().multipleOf(BIN_US);

/**
 * What is looked at: requests that lie in the time range, or with `negate` outside of it, and meet every chip. Both
 * ends of the range are multiples of a quarter hour (BIN_US), half-open; requests without a valid time lie in no
 * range, and so outside of each.
 */
export const filter = z.strictObject({
  range: z.strictObject({ fromUs: us, toUs: us, negate: z.boolean().default(false) }).nullable(),
  chips: z.array(chip).max(50),
});
export type Filter = z.infer<typeof filter>;

export const NO_FILTER: Filter = { range: null, chips: [] };

export interface FacetEntry {
  readonly value: string | null;
  /** Matching requests with it, when the chips of its own field are left aside. */
  readonly requests: number;
  /** Likewise accounts that have any. */
  readonly accounts: number;
}

/** The values of one field under all other conditions, most requests first. */
export interface Facet {
  readonly field: Exclude<ChipField, 'account' | 'identifier' | 'template' | 'text'>;
  readonly entries: readonly FacetEntry[];
  /** Values beyond those listed, and what they count together. */
  readonly further: { readonly values: number; readonly requests: number };
}

/** Everything that a change of the filter shows anew, of accounts under examination: none of it counts a benign reference. */
export interface FilterView {
  readonly requests: number;
  readonly allRequests: number;
  /**
   * Accounts with a matching request. Where neither range nor chip asks anything of requests, accounts without any
   * request count too, as far as the chips are true of them.
   */
  readonly accounts: number;
  readonly allAccounts: number;
  /** Matching requests without a valid time; they are in no bin of the activity. */
  readonly untimed: number;
  readonly facets: readonly Facet[];
  /**
   * Requests over time, in equal steps of `stepBins` quarter hours from bin `firstBin` (numbered since 1970 UTC), at
   * most 2,000 steps over the whole case, whatever the range: `matching` in front of `all`. The range itself is left
   * aside in `matching`, so that the brush can be moved.
   */
  readonly activity: {
    readonly firstBin: number;
    readonly stepBins: number;
    readonly matching: Float64Array;
    readonly all: Float64Array;
  };
  /**
   * Where no request matches: the conditions without any one of which some would, as indexes into the chips, and
   * 'range'. Empty while something matches, and where it takes more than one to go.
   */
  readonly emptied: readonly (number | 'range')[];
}

/**
 * What the filter leaves. The requests of sources imported since the last time are counted first; cancelling keeps
 * what is done. BAD_ARGS where a text chip has no word that can be searched. Operator and template chips match nothing
 * before an analysis.
 */
export const viewFilter = read('filters.view', z.strictObject({ filter })).returns<FilterView>();

/** A value that a chip can name. */
export interface Suggestion {
  readonly value: string;
  /** Of accounts under examination, whatever the filter; of accounts that have the value, all theirs. */
  readonly requests: number;
  /** What it is called for people; the value itself where it has no other name. */
  readonly label: string;
}

/**
 * Values of a field that contain `part`, in upper or lower case, most requests first, whatever the filter: for typing
 * a chip. None for 'text', which takes any words.
 */
export const suggestValues = read(
  'filters.suggest',
  z.strictObject({
    field: z.enum(CHIP_FIELDS),
    part: z.string().max(200),
    limit: z.int().min(1).max(100),
  }),
).returns<readonly Suggestion[]>();
