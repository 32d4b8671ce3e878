import { z } from 'zod';
import { read } from './define.ts';
import { filter } from './filters.ts';

/** Of more accounts than this those with the most requests are compared. */
export const MOST_ACCOUNTS = 2000;
/** Rows and columns of a matrix; beyond, those with the most requests are drawn. */
export const MOST_MATRIX_ACCOUNTS = 300;
export const MOST_MATRIX_TOPICS = 120;
/** Requests of a cell that are listed, the earliest. */
export const MOST_CELL_REQUESTS = 200;
/** Single requests that one answer reads from the store. */
export const MOST_READ_REQUESTS = 400_000;
/** Requests at which coverage is compared, as in signal S6; fewer where an account has fewer. */
export const EQUAL_N = 200;

const account = z.string().min(1).max(1000);

/**
 * Whose topics are asked for: an operator's accounts, accounts by their outside ids, the foremost of the case, or those
 * that match a filter.
 */
export const coverageOf = z.union([
  z.strictObject({ operator: z.string().min(1).max(40) }),
  z.strictObject({ accounts: z.array(account).min(1).max(24_000) }),
  z.strictObject({ top: z.int().min(2).max(MOST_MATRIX_ACCOUNTS) }),
  z.strictObject({ filter }),
]);
export type CoverageOf = z.infer<typeof coverageOf>;

/**
 * What is looked at. Under a filter those of the accounts that match it, or with `outside` all of them; counted are the
 * requests that meet its conditions on requests and its time, of these accounts as of those they are compared with.
 */
const asked = { of: coverageOf, filter: filter.optional(), outside: z.boolean().optional() };

/** What is known of the topics of some accounts, before any are counted against each other. */
export interface TopicBasis {
  /** Accounts looked at: of so many that were asked for, are in the case and not left out, the foremost MOST_ACCOUNTS. */
  readonly accounts: number;
  readonly ofAccounts: number;
  /** Under a filter: accounts asked for that the case holds, and those of them that match; null without one. */
  readonly matching: { readonly accounts: number; readonly ofAccounts: number } | null;
  /** Asked for, but not in the case. */
  readonly unknown: number;
  /** How the foremost were chosen; null where they were named. */
  readonly ranked: 'score' | 'requests' | null;
  /** All requests of the accounts, those of them that meet the filter, and those of these that state a topic. */
  readonly ofRequests: number;
  readonly requests: number;
  readonly withTopic: number;
  /** Topics that are not told apart: beyond the first 10,000 of a file, or longer than 1,000 bytes. */
  readonly other: number;
  /** Requests of sources imported by earlier versions, whose topics were not counted. */
  readonly uncounted: number;
}

/** Whom an account is compared with. */
export interface CoverageCohort {
  /** By the last analysis; 'all accounts of the case' where it placed the account nowhere. */
  readonly name: string;
  /** Accounts that shape it and state topics, and their requests with one. */
  readonly accounts: number;
  readonly requests: number;
  /** Those of the matrix are among them, since fewer than ten others are left; else they are not. */
  readonly withShown: boolean;
}

export interface CoverageMatrix extends TopicBasis {
  /** In the order of the rows: average linkage over the squared Hellinger distance, see seriation.ts. */
  readonly rows: readonly {
    readonly account: string;
    /** Those with a topic. */
    readonly requests: number;
    readonly operator: string | null;
    /** Index into `cohorts`. */
    readonly cohort: number;
  }[];
  /** In the order of the columns: likewise, by how each topic lies over the accounts. */
  readonly topics: readonly {
    readonly topic: string;
    /** Of the accounts looked at, whether drawn or not. */
    readonly requests: number;
    readonly accounts: number;
  }[];
  /** Topics that the accounts ask about; columns are the MOST_MATRIX_TOPICS with the most requests. */
  readonly ofTopics: number;
  readonly cohorts: readonly CoverageCohort[];
  /** Requests of row i on topic j at i * topics + j. */
  readonly counts: Float64Array;
  /** Requests of cohort c on topic j at c * topics + j. */
  readonly cohortCounts: Float64Array;
}

/** Topics by accounts beside what their cohorts ask. NOT_FOUND for an unknown operator */
export const coverageMatrix = read('coverage.matrix', z.strictObject(asked)).returns<CoverageMatrix>();

/**
 * The earliest requests of an account on a topic, read from its rows: those that meet a filter's time and conditions on
 * requests. NOT_FOUND for an unknown account
 */
export const coverageCell = read(
  'coverage.cell',
  z.strictObject({ account, topic: z.string().max(1000), filter: filter.optional() }),
).returns<{
  readonly requests: readonly {
    readonly reference: string;
    /** null without a valid time. */
    readonly timeUs: number | null;
    readonly model: string;
    readonly status: string;
  }[];
  readonly total: number;
  /** Time of the first and after the last of all; null where none has a valid time. */
  readonly range: { readonly fromUs: number; readonly toUs: number } | null;
}>();

/** A measure beside what chance gives: mean and middle 90 % of the draws. */
export interface BesideChance {
  readonly observed: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Share of draws as far to the side that splitting lies on, at least 1 / (1 + draws). */
  readonly p: number;
}

/** A measure in random groups of ordinary accounts: middle 90 %, and how many groups are as split. */
export interface BesideGroups {
  readonly low: number;
  readonly high: number;
  readonly asSplit: number;
}

export interface TopicPartition extends TopicBasis {
  /** With a request on a topic; by requests, most first. */
  readonly members: readonly { readonly account: string; readonly requests: number }[];
  /** By how many accounts ask (fewest first), then by requests (most first); at most 500. */
  readonly topics: readonly {
    readonly topic: string;
    readonly requests: number;
    readonly accounts: number;
    /** Accounts that would ask if the requests were dealt at random, volumes kept; exact. */
    readonly expected: number;
    /** The largest shares, at most 12: index into `members`, and requests. */
    readonly parts: readonly { readonly member: number; readonly requests: number }[];
  }[];
  readonly ofTopics: number;
  /** Topics that one account alone asks about; splitting makes them more. */
  readonly alone: BesideChance;
  /** Topics that two of the accounts have in common, mean over all pairs; splitting makes them fewer. */
  readonly shared: BesideChance;
  /** Accounts that ask about a topic, mean over topics: seen, and by dealing, exact. */
  readonly holders: { readonly observed: number; readonly expected: number };
  /** Random groups of as many accounts of the same cohorts; null where those are too small, or for more than 300. */
  readonly groups: {
    readonly draws: number;
    /** What is seen of `holders` over what chance gives; as split are groups where it is as low. */
    readonly holders: BesideGroups;
    /** Share of topics asked by one account alone; as split are groups where it is as far above their own chance. */
    readonly alone: BesideGroups;
  } | null;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Who covers which topic, beside dealing the same requests to the same accounts at random. null where fewer than two
 * accounts state a topic. NOT_FOUND for an unknown operator
 */
export const coveragePartition = read(
  'coverage.partition',
  z.strictObject(asked),
).returns<TopicPartition | null>();

/** Expected different topics when m of the requests are drawn; points ascend in m. */
export interface RarefiedCurve {
  /** null for all accounts together. */
  readonly account: string | null;
  /** Requests with a topic, and different topics among them. */
  readonly requests: number;
  readonly topics: number;
  readonly m: Float64Array;
  readonly expected: Float64Array;
  /** At EQUAL_N requests; null for fewer. */
  readonly equal: {
    readonly expected: number;
    /** Effective topics, Hill number of order 1. */
    readonly hill1: number;
    /** Share of further requests that would fall into topics seen (Good-Turing), 0 to 1. */
    readonly coverage: number;
  } | null;
}

/** 5th, 50th and 95th percentile at each m of curves of others. */
export interface CurveBand {
  readonly m: Float64Array;
  readonly low: Float64Array;
  readonly middle: Float64Array;
  readonly high: Float64Array;
  /** Curves that go as far as it does, which it is made of, and all that were drawn. */
  readonly curves: number;
  readonly ofCurves: number;
}

export interface TopicRarefaction extends TopicBasis {
  /** null where the accounts are one. */
  readonly union: RarefiedCurve | null;
  /** By requests, most first; at most 60. */
  readonly members: readonly RarefiedCurve[];
  /** Single accounts of the cohorts of these, as far as a quarter of them and ten have so many requests; null where they are too few. */
  readonly band: CurveBand | null;
  /** Accounts that the cohorts hold beside these; a sample of at most 200 makes the band. */
  readonly cohortAccounts: number;
  /** Random unions of as many accounts of the same cohorts; null where those are too small, or for one account. */
  readonly unionBand: CurveBand | null;
  /** The cohort's 5 to 95 % at EQUAL_N; null where fewer than ten have as many requests. */
  readonly equalBand: { readonly low: number; readonly high: number; readonly accounts: number } | null;
}

/** Rarefaction of topics at equal numbers of requests. NOT_FOUND for an unknown operator */
export const coverageRarefaction = read(
  'coverage.rarefaction',
  z.strictObject(asked),
).returns<TopicRarefaction>();

/** What is counted along the requests of an account. */
export const GROWTH_OF = ['topic', 'prompt'] as const;
export type GrowthOf = (typeof GROWTH_OF)[number];

/** Different values among the first `requests[k]` requests in order of time. */
export interface GrowthCurve {
  /** null for all accounts together. */
  readonly account: string | null;
  readonly requests: Float64Array;
  readonly distinct: Float64Array;
}

export interface CoverageGrowth {
  /** null where the accounts are one. */
  readonly union: GrowthCurve | null;
  /** By requests, most first; at most 60. */
  readonly members: readonly GrowthCurve[];
  /** Accounts whose rows were read, of so many. */
  readonly read: number;
  readonly ofAccounts: number;
  /** Single requests read that have a time and the value, and those that lack one of them. */
  readonly counted: number;
  readonly left: number;
}

/**
 * Different topics or prompts against requests in order of time, from the rows of the accounts, of the requests
 * that a filter leaves: at most MOST_READ_REQUESTS, the accounts with the most requests first. Cancelling keeps nothing. NOT_FOUND, CANCELLED
 */
export const coverageGrowth = read(
  'coverage.growth',
  z.strictObject({ ...asked, by: z.enum(GROWTH_OF) }),
).returns<CoverageGrowth>();

/** What an account's requests draw on, and about what. */
export interface AccountContent {
  /** By requests, most first, in each its topics likewise; null stands for no topic. */
  readonly classes: readonly {
    /** One of CAPABILITIES of the analysis; null where the prompt has no text. */
    readonly capability: string | null;
    readonly requests: number;
    readonly topics: readonly { readonly topic: string | null; readonly requests: number }[];
  }[];
  /** Requests counted, of so many of the account, whether they meet the filter or not. */
  readonly requests: number;
  readonly ofRequests: number;
}

/**
 * Capability and topic of an account's requests, read from its rows, at most 50,000: those that meet a filter's time and
 * conditions on requests. NOT_FOUND, CANCELLED
 */
export const accountContent = read(
  'coverage.content',
  z.strictObject({ account, filter: filter.optional() }),
).returns<AccountContent>();
