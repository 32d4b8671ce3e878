import { z } from 'zod';
import { ANNOTATION_KINDS, type annotationRecord } from '../records/annotation.ts';
import { read, write } from './define.ts';

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

/** All annotations, or those of one account; oldest first. */
export const listAnnotations = read(
  'annotations.list',
  z.strictObject({ account: z.string().min(1).max(1000).nullable() }),
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
