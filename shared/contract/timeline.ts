import { z } from 'zod';
import { read } from './define.ts';
import { filter } from './filters.ts';
import type { Grain } from './imports.ts';

export { BIN_US } from '../time/bin.ts';

/** Activity per quarter hour, non-empty bins only, ascending. All arrays have the same length. */
export interface Activity {
  /** Bin number since 1970 UTC; the bin covers [bin * BIN_US, (bin + 1) * BIN_US). */
  readonly bin: Int32Array;
  readonly requests: Uint32Array;
  readonly failed: Uint32Array;
  readonly inputTokens: Float64Array;
  readonly outputTokens: Float64Array;
}

/**
 * What the last analysis knows of a request: the id of the template that it follows, that it follows one which was not
 * kept, that it follows none, or that it came after the analysis.
 */
export type FollowedTemplate =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'unkept' | 'none' | 'unseen' };

/** Single requests as columns, ascending by time. Strings are indexes into `dictionary`. */
export interface RequestColumns {
  readonly timeUs: Float64Array;
  /** NaN where the data has none. */
  readonly inputTokens: Float64Array;
  readonly outputTokens: Float64Array;
  readonly latencyMs: Float64Array;
  readonly model: Uint32Array;
  readonly status: Uint32Array;
  /** 1 where the status says the request failed. */
  readonly failed: Uint8Array;
  /** Index into `sources` and the row in it: together the canonical reference. */
  readonly source: Uint16Array;
  readonly row: Uint32Array;
  /** Index into `templates`. */
  readonly template: Uint16Array;
  /** Each once; null where no analysis kept which request follows which template. */
  readonly templates: readonly FollowedTemplate[] | null;
  readonly dictionary: readonly string[];
  readonly sources: readonly string[];
  /** 1 where the request meets the filter asked with; null without one. */
  readonly matches: Uint8Array | null;
  /** True when more requests lie in the range than were asked for. */
  readonly truncated: boolean;
}

const account = z.string().min(1).max(1000);
const us = z.int();

/** Activity, and in front of it what a filter leaves; null where none was asked with. */
export interface FilteredActivity extends Activity {
  /** Requests that match, per bin of the others. The range of the filter is left aside, as in FilterView.activity. */
  readonly matching: Float64Array | null;
}

/** Activity of one account, or of the whole case with null. */
export const getActivity = read(
  'timeline.activity',
  z.strictObject({ account: account.nullable(), filter: filter.optional() }),
).returns<FilteredActivity>();

/** Calendar days since 1970-01-01, or hours of the week: weekday * 24 + hour, Monday 0. */
export const PROFILE_UNITS = ['day', 'hourOfWeek'] as const;
export type ProfileUnit = (typeof PROFILE_UNITS)[number];

/** Activity by the calendar of the case's time zone, non-empty units only, ascending. All arrays have one length. */
export interface Profile {
  readonly timeZone: string;
  readonly unit: Int32Array;
  readonly requests: Float64Array;
  readonly failed: Float64Array;
  readonly inputTokens: Float64Array;
  readonly outputTokens: Float64Array;
}

/** The days or hours of the week of one account, or of the whole case with null. */
export const getProfile = read(
  'timeline.profile',
  z.strictObject({ account: account.nullable(), by: z.enum(PROFILE_UNITS) }),
).returns<Profile>();

/** Sources of one grain that an account's counts, or those of the case, come from. */
export interface GrainShare {
  readonly grain: Grain;
  readonly sources: number;
  /** Shortest and longest time that their rows count, spread evenly over it; null when they count none. */
  readonly leastBucketSeconds: number | null;
  readonly mostBucketSeconds: number | null;
}

/** Where the counts of an account come from, or those of the case with null. */
export const getGrains = read('timeline.grains', z.strictObject({ account: account.nullable() })).returns<
  readonly GrainShare[]
>();

/**
 * One account's single requests in [fromUs, toUs), at most `limit` of them from the earliest on: under a filter those
 * that meet all of it, its range too, or with `others` all of them, told apart. Words and templates choose accounts
 * with all their requests, here as everywhere.
 */
export const getRequests = read(
  'timeline.requests',
  z.strictObject({
    account,
    fromUs: us,
    toUs: us,
    limit: z.int().min(1).max(100_000),
    filter: filter.optional(),
    others: z.boolean().optional(),
  }),
).returns<RequestColumns>();

/** Every field of one request, in words, for the detail panel. The prompt text field is never among them. */
export const getRequest = read(
  'timeline.request',
  z.strictObject({ reference: z.string().max(200) }),
).returns<{
  readonly account: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}>();
