import { z } from 'zod';
import { nothing, read } from './define.ts';

export interface CustodyEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly atUs: number;
  readonly author: string;
  readonly action: string;
  /** Canonical JSON of what was done. */
  readonly detail: string;
  /** SHA-256 of the entry's text, which names the hash of the entry before. */
  readonly hash: string;
}

/** Which entries are shown; those that fit every condition given. */
export const custodyFilter = z.strictObject({
  /** Anywhere in the entry's text, in small or capital letters. */
  text: z.string().max(500).optional(),
  /** The whole name. */
  author: z.string().max(1000).optional(),
  action: z.string().max(1000).optional(),
});
export type CustodyFilter = z.infer<typeof custodyFilter>;

/** The log from its end: entries with seq below `before` (or the newest), newest first. */
export const listCustody = read(
  'custody.list',
  z.strictObject({
    before: z.int().min(1).nullable(),
    limit: z.int().min(1).max(500),
    filter: custodyFilter.optional(),
  }),
).returns<readonly CustodyEntry[]>();

/** What stands in the log as author and as action, each with its number of entries, by name. */
export const custodyValues = read('custody.values', nothing).returns<{
  readonly authors: readonly CustodyValue[];
  readonly actions: readonly CustodyValue[];
}>();

export interface CustodyValue {
  readonly value: string;
  readonly entries: number;
}

/**
 * Recomputes the chain. `firstBad` names the first entry that does not hold; `badBranches` of the logs of merged copies
 * each first entry that does not hold.
 */
export const verifyCustody = read('custody.verify', nothing).returns<{
  readonly entries: number;
  readonly firstBad: number | null;
  readonly badBranches: readonly BadBranch[];
}>();

export interface BadBranch {
  /** Names the log, as CustodyBranch does. */
  readonly head: string;
  /** The entry's number in that copy's log. */
  readonly seq: number;
}

/** The log of a copy that was merged, from where it parts from this one; kept beside it. */
export interface CustodyBranch {
  /** Hash of its last entry, which names it. */
  readonly head: string;
  /** File of the copy as it was merged here; null for one that came with another copy, or whose merging was undone. */
  readonly file: string | null;
  readonly mergedBy: string | null;
  readonly mergedUs: number | null;
  /** Numbers of its first and last entry in that copy's log. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly entries: number;
}

/** The logs of merged copies, the copies merged here first, in the order of merging. */
export const listCustodyBranches = read('custody.branches', nothing).returns<readonly CustodyBranch[]>();
