import { z } from 'zod';
import { ANNOTATION_KINDS, type annotationRecord } from '../records/annotation.ts';
import { nothing, read, write } from './define.ts';

export { ANNOTATION_KINDS };
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

export interface Annotation extends Readonly<z.infer<typeof annotationRecord>> {
  /** UUIDv7. */
  readonly id: string;
  /** What it is on is no longer in the case: the import it came from was taken back, or an analysis finds it no more. */
  readonly gone: boolean;
}

const id = z.uuid();
const on = z.string().min(1).max(8000);
const text = z.string().trim().min(1).max(10_000);

/** How many references one question may name. */
export const MOST_ASKED = 5_000;

/**
 * Annotations, oldest first: those that belong to the account, and those on what `on` names and on time ranges of it.
 * All of the case where neither is given.
 */
export const listAnnotations = read(
  'annotations.list',
  z.strictObject({
    account: z.string().min(1).max(1000).nullable(),
    on: z.array(on).max(MOST_ASKED).optional(),
  }),
).returns<readonly Annotation[]>();

/** BAD_ARGS for no reference, NOT_FOUND for one that the case does not hold. */
export const addAnnotation = write(
  'annotations.add',
  z.discriminatedUnion('kind', [
    z.strictObject({ on, kind: z.enum(['tag', 'comment']), text }),
    z.strictObject({ on, kind: z.literal('star'), text: z.literal('') }),
  ]),
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

/** Puts a star on what the reference names, or takes all stars from it: one act either way. BAD_ARGS, NOT_FOUND as adding. */
export const setStar = write(
  'annotations.star',
  z.strictObject({ on, starred: z.boolean() }),
).returns<null>();

const tag = z.string().trim().min(1).max(100);

/** A tag that stands on something, or that somebody gave a meaning. */
export interface TagInfo {
  readonly tag: string;
  /** Of the eight categorical hues, from 0; null where nobody chose one. */
  readonly colour: number | null;
  /** Empty where nobody told it. */
  readonly meaning: string;
  /** Annotations with it, and things that they are on. */
  readonly uses: number;
  readonly things: number;
}

/** By name. */
export const listTags = read('annotations.tags', nothing).returns<readonly TagInfo[]>();

/** Says what a tag means, and its hue; for a tag that stands on nothing too. */
export const describeTag = write(
  'annotations.describeTag',
  z.strictObject({ tag, colour: z.int().min(0).max(7), meaning: z.string().trim().max(2000) }),
).returns<null>();

/**
 * Calls a tag otherwise wherever it stands, as one act; under a name that is a tag already the two become one, which
 * keeps the meaning it had. Returns how many annotations were changed. NOT_FOUND for a tag that there is not.
 */
export const renameTag = write(
  'annotations.renameTag',
  z.strictObject({ from: z.string().min(1).max(10_000), to: tag }),
).returns<number>();
