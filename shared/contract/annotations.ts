import { z } from 'zod';
import { nothing, read, write } from './define.ts';

export const ANNOTATION_KINDS = ['tag', 'comment'] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

export interface Annotation {
  /** UUIDv7. */
  readonly id: string;
  /** Canonical reference of what it is on; see shared/reference.ts. */
  readonly on: string;
  /** The account it belongs to, directly or through its range or request. */
  readonly account: string;
  readonly kind: AnnotationKind;
  readonly text: string;
  readonly author: string;
  readonly createdUs: number;
  readonly changedUs: number;
  /** What it is on is no longer in the case: the import it came from was taken back. */
  readonly gone: boolean;
}

/** What undo and redo would do now, in words; null when there is nothing. */
export interface HistoryState {
  readonly undo: string | null;
  readonly redo: string | null;
}

const id = z.uuid();
const on = z.string().min(1).max(1200);
const text = z.string().trim().min(1).max(10_000);

/** All annotations, or those of one account; oldest first. */
export const listAnnotations = read(
  'annotations.list',
  z.strictObject({ account: z.string().min(1).max(1000).nullable() }),
).returns<readonly Annotation[]>();

export const addAnnotation = write(
  'annotations.add',
  z.strictObject({ on, kind: z.enum(ANNOTATION_KINDS), text }),
).returns<Annotation>();

/** One act is one entry of the custody log, which is to stay readable. */
export const MOST_TAGGED = 10_000;

/**
 * Puts a tag on accounts by their ids in the case, as one act that is undone as one; those that have it already are
 * left out. Returns how many were tagged. NOT_FOUND for an id the case does not have.
 */
export const tagAccounts = write(
  'annotations.tagAccounts',
  z.strictObject({ ids: z.array(z.int().min(1)).min(1).max(MOST_TAGGED), text }),
).returns<number>();

export const editAnnotation = write('annotations.edit', z.strictObject({ id, text })).returns<Annotation>();
export const removeAnnotation = write('annotations.remove', z.strictObject({ id })).returns<null>();

export const historyState = read('history.state', nothing).returns<HistoryState>();
export const undo = write('history.undo', nothing).returns<HistoryState>();
export const redo = write('history.redo', nothing).returns<HistoryState>();
