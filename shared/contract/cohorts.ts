import { z } from 'zod';
import type { SignalId } from './analysis.ts';
import { nothing, read, write } from './define.ts';

/** What of an account may decide whom it is compared with, in the order in which names state it. */
export const COHORT_TRAITS = ['plan', 'endpoint', 'declaredUse', 'activity'] as const;
export type CohortTrait = (typeof COHORT_TRAITS)[number];

/** Fewest accounts that a person may ask of a cohort, and most. */
export const LEAST_LEAST = 5;
export const MOST_LEAST = 1000;

/** Which traits make cohorts, and how many accounts one must have before the least telling trait is given up. */
export const cohortRule = z.strictObject({
  traits: z.array(z.enum(COHORT_TRAITS)).max(COHORT_TRAITS.length),
  leastMembers: z.int().min(LEAST_LEAST).max(MOST_LEAST),
});
export type CohortRule = z.infer<typeof cohortRule>;

export const DEFAULT_COHORT_RULE: CohortRule = { traits: [...COHORT_TRAITS], leastMembers: 30 };

/** What begins the name of every cohort of the benign reference, and of no other. */
export const REFERENCE_PREFIX = 'reference: ';

/** What people decided about cohorts: an analysis is given it as it stands when it begins. */
export interface CohortDecisions {
  readonly rule: CohortRule;
  /** Accounts that are compared with a cohort of a person's choice; by account. */
  readonly moved: readonly { readonly account: string; readonly cohort: string }[];
  /** Accounts that shape no cohort's bands; ascending. */
  readonly leftOut: readonly string[];
  /** SHA-256 of the sources marked as benign reference that are in the case; ascending. */
  readonly reference: readonly string[];
}

/** Made of accounts alike in traits, named by a person, or of accounts of the benign reference. */
export type CohortKind = 'traits' | 'own' | 'reference';

/** One trait that the accounts of a cohort have in common, in words: 'plan' and 'pro'. */
export interface TraitValue {
  readonly trait: CohortTrait;
  readonly value: string;
}

export interface CohortRow {
  /** In words: 'plan pro, endpoint /v1/messages, 64 to 255 requests'. Unique in an analysis. */
  readonly name: string;
  readonly kind: CohortKind;
  /** Empty for all accounts, and for one named by a person. */
  readonly traits: readonly TraitValue[];
  /** Accounts that shape its bands, and their requests. */
  readonly accounts: number;
  readonly requests: number;
  /** Accounts under examination that are compared with it. */
  readonly compared: number;
  /** Those compared with a cohort of the reference, and with this one in signals that the reference cannot tell. */
  readonly fallback: number;
}

/** Where one signal lies in the accounts of a cohort that carry it. */
export interface SignalBand {
  readonly id: SignalId;
  readonly accounts: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface Cohort extends CohortRow {
  /** By signal; those that no account of it carries are left out. */
  readonly bands: readonly SignalBand[];
}

/** How an account stands to a cohort. */
export interface CohortMember {
  readonly account: string;
  readonly requests: number;
  /** Its values are part of the bands. */
  readonly shapes: boolean;
  /** It is compared with this cohort. */
  readonly compared: boolean;
  /** It is compared with a cohort of the reference, and with this one in signals that the reference cannot tell. */
  readonly fallback: boolean;
}

export interface CohortList {
  /** What the next analysis will be given. */
  readonly decisions: CohortDecisions;
  /** What the last one was given; null before the first, and where it was made before this was kept. */
  readonly used: CohortDecisions | null;
  /** Accounts in the case now: under examination, and of the benign reference. */
  readonly examined: number;
  readonly reference: number;
  /** Accounts with requests both in sources of the reference and in others: they are under examination. */
  readonly both: number;
  /** null before the first analysis that kept its cohorts. */
  readonly cohorts: readonly CohortRow[] | null;
}

/** Whom an account is compared with, by the last analysis, and what was decided about it. */
export interface AccountCohort {
  readonly isReference: boolean;
  /** null where the last analysis did not place it. */
  readonly cohort: CohortRow | null;
  /** For signals that the reference cannot tell; null where there is none but `cohort`. */
  readonly fallback: CohortRow | null;
  /** The cohort a person moved it to, and whether it is left out; for the next analysis. */
  readonly moved: string | null;
  readonly leftOut: boolean;
}

const name = z.string().trim().min(1).max(300);
const accounts = z.array(z.string().min(1).max(1000)).min(1).max(50_000);

/** Cohorts made of traits first, then those named by people, then those of the reference; largest first. */
export const listCohorts = read('cohorts.list', nothing).returns<CohortList>();
/** NOT_FOUND when the last analysis made no such cohort. */
export const getCohort = read(
  'cohorts.get',
  z.strictObject({ name: z.string().min(1).max(5000) }),
).returns<Cohort>();
/** Accounts of a cohort and those compared with it, most requests first. NOT_FOUND as above. */
export const cohortMembers = read(
  'cohorts.members',
  z.strictObject({
    name: z.string().min(1).max(5000),
    offset: z.int().min(0),
    limit: z.int().min(1).max(1000),
  }),
).returns<{ readonly total: number; readonly members: readonly CohortMember[] }>();
/** NOT_FOUND for no account of the case. */
export const accountCohort = read(
  'cohorts.account',
  z.strictObject({ account: z.string().min(1).max(1000) }),
).returns<AccountCohort>();

/** The writes below are commands, so they can be undone; the next analysis goes by them. */
export const setCohortRule = write('cohorts.setRule', z.strictObject({ rule: cohortRule })).returns<null>();
/**
 * Compares accounts with a cohort of that name, or with a new one of their own; null places them by their traits
 * again. NOT_FOUND for an account the case does not hold, BAD_ARGS for one of the reference, or where the name is one
 * of a reference cohort that the last analysis did not make.
 */
export const moveAccounts = write(
  'cohorts.move',
  z.strictObject({ accounts, cohort: name.nullable() }),
).returns<null>();
/** Leaves accounts out of all comparison sets, or takes them in again. NOT_FOUND as above. */
export const leaveOut = write(
  'cohorts.leaveOut',
  z.strictObject({ accounts, leftOut: z.boolean() }),
).returns<null>();
/** Marks an imported source as benign reference, or takes the mark away. NOT_FOUND when the case has none such. */
export const markReference = write(
  'cohorts.markReference',
  z.strictObject({ sha256: z.string().length(64), reference: z.boolean() }),
).returns<null>();
