import { z } from 'zod';
import { read } from './define.ts';
import { filter, REQUEST_FIELDS } from './filters.ts';

/** Values of a field that have a band of their own; all others share one. */
export const MOST_BANDS = 12;
/** Steps of time in one answer. */
export const MOST_BAND_STEPS = 2000;
/** More sessions than this in the steps asked for are counted only, not listed. */
export const MOST_SESSION_BARS = 2000;

const account = z.string().min(1).max(1000);

/** Where steps begin and the last one ends, as quarter hours since 1970 UTC (see BIN_US), each later than the one before. */
const edges = z
  .array(z.int())
  .min(2)
  .max(MOST_BAND_STEPS + 1)
  .refine((all) => all.every((edge, at) => at === 0 || edge > all[at - 1]), 'edges must ascend');

/** One row: a stated value, the stated values beyond the foremost together, or the requests that state none. */
export interface Band {
  readonly kind: 'value' | 'others' | 'none';
  /** null for all but a value. */
  readonly value: string | null;
  /** How many values it stands for: 1 for a value, 0 for none. */
  readonly values: number;
  /** Over all time, without a valid time too. */
  readonly requests: number;
}

export interface Bands {
  /** The values with the most requests first, then by their text; the others and those that state none last. */
  readonly bands: readonly Band[];
  /** Of band b in step s: counts[b * steps + s], steps being one fewer than the edges asked with. */
  readonly counts: Float64Array;
  /** Distinct stated values. */
  readonly values: number;
  /** Requests counted, over all time, and those among them without a valid time, which are in no step. */
  readonly requests: number;
  readonly untimed: number;
  /** All of the account, whatever the filter. */
  readonly ofRequests: number;
  /** Whether any request of the case states the field. */
  readonly imported: boolean;
}

/**
 * What an account's requests state of a field, over time. Of the filter all but its range and its chips on the same
 * field are asked, as in the facets: so the bands stay while one of them is chosen. NOT_FOUND for an unknown account.
 */
export const getBands = read(
  'bands.values',
  z.strictObject({ account, field: z.enum(REQUEST_FIELDS), edges, filter: filter.optional() }),
).returns<Bands>();

/** Sessions of an account that touch the steps; a session goes from its first request with a time to its last. */
export interface Sessions {
  /** All sessions with a valid time, and the requests with a time that name one, of all single requests with a time. */
  readonly sessions: number;
  readonly requests: number;
  readonly ofRequests: number;
  /** Per step: sessions under way, and those of them that began in it. */
  readonly underWay: Float64Array;
  readonly begun: Float64Array;
  /** Those that touch the steps, by first request, then by last; null for more than MOST_SESSION_BARS. Columns of one length. */
  readonly bars: {
    readonly fromUs: Float64Array;
    readonly toUs: Float64Array;
    readonly requests: Float64Array;
  } | null;
}

/**
 * Sessions of an account, whatever the filter, read from its own single requests: rows that count a time or stand for
 * a conversation are left out. The same id in several sources is one session. NOT_FOUND for an unknown account.
 */
export const getSessions = read('bands.sessions', z.strictObject({ account, edges })).returns<Sessions>();
