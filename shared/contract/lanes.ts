import { z } from 'zod';
import { read } from './define.ts';
import { filter } from './filters.ts';

/** More lanes than this are not laid out: those with the most requests are taken. */
export const MOST_LANES = 2000;

const account = z.string().min(1).max(1000);
const accounts = z.array(account).min(1).max(MOST_LANES);

/** Whose lanes are asked for: the accounts of an operator, accounts by their outside ids, or those that match a filter. */
export const lanesOf = z.union([
  z.strictObject({ operator: z.string().min(1).max(40) }),
  z.strictObject({ accounts: z.array(account).max(24_000) }),
  z.strictObject({ filter }),
]);
export type LanesOf = z.infer<typeof lanesOf>;

/** A state that a table of accounts says began at a time. */
export interface StatusChange {
  readonly sinceUs: number;
  readonly status: string;
  /** The word says that somebody stopped the account: banned, suspended, closed. */
  readonly stopped: boolean;
}

/** What stands beside the activity of one account. */
export interface LaneInfo {
  readonly account: string;
  /** Those that meet the filter's conditions on requests and its time, with or without a valid time. */
  readonly requests: number;
  readonly failed: number;
  /** All of it. */
  readonly ofRequests: number;
  /** Whether it meets the filter; true without one. */
  readonly matches: boolean;
  /** Of all of it; null where no request has a valid time. */
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  /** As the latest record that states it says; null where none does. */
  readonly organisation: string | null;
  readonly plan: string | null;
  /** Of the last analysis; null without one. */
  readonly operator: string | null;
  /** Oldest first; states without a time are left out. */
  readonly statuses: readonly StatusChange[];
}

export interface LaneSet {
  /** By first request, then by id; accounts without a valid time last. */
  readonly lanes: readonly LaneInfo[];
  /** Accounts beyond MOST_LANES, those with the fewest requests. */
  readonly leftOut: number;
  /** Accounts asked for that the case holds, and those of them that match. */
  readonly asked: number;
  readonly matching: number;
  /** Asked for, but not in the case; at most 100. */
  readonly unknown: readonly string[];
}

/**
 * The accounts of an operator, a list or a filter, with what records say of them; under a filter those that match, or
 * with `outside` all of them. NOT_FOUND for an unknown operator.
 */
export const openLanes = read(
  'lanes.open',
  z.strictObject({ of: lanesOf, filter: filter.optional(), outside: z.boolean().optional() }),
).returns<LaneSet>();

/** Quarter hours of several accounts, one account after the other, non-empty only and ascending. */
export interface LaneActivity {
  /** Of account i: [from[i], from[i + 1]); one longer than the number of accounts answered. */
  readonly from: Uint32Array;
  /** Bin number since 1970 UTC, see BIN_US. */
  readonly bin: Int32Array;
  readonly requests: Uint32Array;
  readonly failed: Uint32Array;
}

/** Some accounts, and a filter whose conditions on requests and time say which requests count. */
const counted = z.strictObject({ accounts, filter: filter.optional() });

/**
 * Activity of the accounts in the order asked, of as many as fit 2 MB, one at least: ask again for the rest.
 * NOT_FOUND for an account that the case does not hold.
 */
export const laneActivity = read('lanes.activity', counted).returns<LaneActivity>();

/** How the accounts keep time with each other; hours and days are those of UTC. */
export interface Together {
  /** Hours since 1970 UTC; the columns begin here and have one element an hour. */
  readonly firstHour: number;
  /** Accounts with a request in the hour. */
  readonly active: Uint16Array;
  /**
   * The same number by chance, and its standard deviation: each account's working days change places around a circle
   * within its own life (first to last day with a request), and so do its weekend days, each account by itself. So
   * p = days of that kind on which it was active at that hour / such days of its life; expected = sum p, variance =
   * sum p (1 - p). Neither hours of the day nor weekends nor living at the same time count as synchrony.
   */
  readonly expected: Float32Array;
  readonly deviation: Float32Array;
  /** Days since 1970 UTC with four accounts at work in an hour: variance over mean, and where chance puts 95 % of it. */
  readonly day: Int32Array;
  readonly varianceToMean: Float32Array;
  readonly chanceLow: Float32Array;
  readonly chanceHigh: Float32Array;
}

/** Synchrony and evenness of these accounts beside chance; null where none has a request with a valid time. */
export const lanesTogether = read('lanes.together', counted).returns<Together | null>();

/** Two tests of the analysis, run on all requests of these accounts. */
export interface LaneTests {
  /** The test of S14 on all requests of these accounts; null for fewer than two that vary, or under four days. */
  readonly synchrony: {
    readonly meanCorrelation: number;
    readonly p: number;
    /** Lanes compared: a sample of 60 of more. */
    readonly accounts: number;
    readonly ofAccounts: number;
    readonly reference: number;
    readonly rhythm: 'hour of week' | 'hour of day';
  } | null;
  /** The test of S15 on all requests; null where no hour has four of the accounts at work. */
  readonly load: {
    readonly varianceToMean: number;
    readonly p: number;
    readonly hours: number;
    readonly counts: number;
  } | null;
  /** The tests look at the last so many days; null where that is all. */
  readonly testedDays: number | null;
}

/** Whether these accounts rise and fall together, and share their load evenly, beyond chance; null without a valid time. */
export const laneTests = read('lanes.tests', z.strictObject({ accounts })).returns<LaneTests | null>();

/** An account that stopped, and one that went on with the same templates. */
export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly stopUs: number;
  readonly onsetUs: number;
  /** By the account's status, or by its silence. */
  readonly stopped: 'status' | 'silence';
  /** The follower's first request of the data, or a rise to three times its requests. */
  readonly onset: 'first' | 'rise';
  /** Cosine of their requests by template, above 0.8. */
  readonly likeness: number;
  /** Other accounts of these that began or rose after the stop as fittingly, later or as soon. */
  readonly rivals: readonly {
    readonly account: string;
    readonly onsetUs: number;
    readonly likeness: number;
  }[];
}

export interface Successions {
  /** By the time of the stop. */
  readonly handOvers: readonly HandOver[];
  /** Stops of these accounts, followed or not. */
  readonly stops: number;
  /** Stops that stop times of other accounts would have followed so; null without a stop. */
  readonly expected: number | null;
  readonly p: number | null;
  /** Accounts of the longest chain; 0 without any. */
  readonly chainLength: number;
  /** Why none can be told; null where they can. */
  readonly missing: string | null;
}

/** Who went on after whom among these accounts, by S17's rules, from roll-ups and the templates of the last analysis. */
export const laneSuccessions = read('lanes.successions', z.strictObject({ accounts })).returns<Successions>();

/** Places of the accounts in an order that puts alike courses of activity beside each other; deterministic. */
export const laneOrder = read('lanes.order', z.strictObject({ accounts })).returns<{
  readonly order: Uint32Array;
}>();

/** Bins of times between requests: from 1 ms in steps of a tenth of a decade, up to 10^7 s. */
export const ARRIVAL_STEPS_A_DECADE = 10;
export const ARRIVAL_BINS = 100;
export const ARRIVAL_FIRST_US = 1000;

/** Times between successive requests of an account; bin k holds [1 ms * 10^(k/10), 1 ms * 10^((k+1)/10)). */
export interface ArrivalGaps {
  /** Gaps in each bin; shorter ones in the first, longer ones in the last. */
  readonly gaps: Uint32Array;
  /** Mean over accounts of the share of its gaps in each bin, so that none outweighs the others. */
  readonly share: Float64Array;
  /** Gaps counted, those of no time at all among them, and accounts with any. */
  readonly total: number;
  readonly simultaneous: number;
  readonly accounts: number;
  /** Accounts looked at, of so many. */
  readonly looked: number;
  readonly ofAccounts: number;
}

/** Times between requests of the accounts, and of a sample of all others; at most 200 accounts of either are read. */
export const laneArrivals = read('lanes.arrivals', counted).returns<{
  readonly subject: ArrivalGaps;
  readonly others: ArrivalGaps;
}>();

/** One side of a comparison: an account, an operator or the accounts of a filter, over all time or a range in us, half-open. */
export const sideOf = z.strictObject({
  of: z.union([
    z.strictObject({ account }),
    z.strictObject({ operator: z.string().min(1).max(40) }),
    z.strictObject({ filter }),
  ]),
  range: z.strictObject({ fromUs: z.int(), toUs: z.int() }).nullable(),
});
export type SideOf = z.infer<typeof sideOf>;

export const SIDE_FIELDS = ['model', 'topic', 'status', 'endpoint'] as const;
export type SideField = (typeof SIDE_FIELDS)[number];

export interface SideValues {
  readonly field: SideField;
  /** Values with the most requests first, at most 500; null stands for requests that state none. */
  readonly entries: readonly { readonly value: string | null; readonly requests: number }[];
  /** Requests of the side, which these are counted among. */
  readonly counted: number;
}

export interface Side {
  /** Those that meet the filter's conditions on accounts, of so many. */
  readonly accounts: number;
  readonly ofAccounts: number;
  /** Those that match, in the range by quarter hours that touch it; and all of its accounts, matching or not. */
  readonly requests: number;
  readonly ofRequests: number;
  /** Quarter hours that touch the range, all accounts added up. */
  readonly bin: Int32Array;
  readonly perBin: Uint32Array;
  readonly failed: Uint32Array;
  readonly values: readonly SideValues[];
}

/** A side under a filter, in the time that both have in common. NOT_FOUND for an account or operator that is not there. */
export const readSide = read(
  'lanes.side',
  z.strictObject({ side: sideOf, filter: filter.optional() }),
).returns<Side>();
