import { z } from 'zod';
import type { RecordBody } from '../records/records.ts';
import { fileGrant, nothing, read, write } from './define.ts';

/** What merging another copy of the case did, or would do; counted in records. */
export interface MergeResult {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** New conflicts: both copies changed the same thing in different ways. */
  readonly conflicts: number;
  /** Requests are not merged: these files are to be imported here, by name. */
  readonly sourcesOnlyThere: readonly { readonly sha256: string; readonly file: string }[];
}

/**
 * Joins another copy of the open case into it, as one act; with `dry` tells what it would do. BAD_ARGS for another case
 * or one of an older schema, WRONG_PASSPHRASE, CASE_DAMAGED where its custody log does not hold.
 */
export const mergeCopy = write(
  'merge.copy',
  z.strictObject({ grant: fileGrant, passphrase: z.string().max(1024).nullable(), dry: z.boolean() }),
).returns<MergeResult>();

/** Something that two copies changed in different ways; one side stands until a person decides. */
export interface ListedConflict extends RecordBody<'conflict'> {
  readonly conflict: string;
  /** What stands now: the person may have changed it since. */
  readonly now: unknown;
}

export const listConflicts = read('merge.conflicts', nothing).returns<readonly ListedConflict[]>();

/** How many conflicts nobody has decided. */
export const countConflicts = read('merge.countConflicts', nothing).returns<number>();

/** Decides a conflict for one side, or with null for what stands now. NOT_FOUND where it is decided already. */
export const decideConflict = write(
  'merge.decide',
  z.strictObject({ conflict: z.string().max(100), side: z.int().min(0).max(1).nullable() }),
).returns<null>();
