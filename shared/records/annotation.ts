import { z } from 'zod';

export const ANNOTATION_KINDS = ['tag', 'comment', 'star'] as const;

/** A tag, comment or star that a person put on something; its id is a UUIDv7. */
export const annotationRecord = z.strictObject({
  /** Canonical reference of what it is on; see shared/reference.ts. */
  on: z.string(),
  /** The account it belongs to, directly or through its range, request or session; null for what belongs to none. */
  account: z.string().nullable(),
  kind: z.enum(ANNOTATION_KINDS),
  /** Empty for a star. */
  text: z.string(),
  author: z.string(),
  createdUs: z.int(),
  changedUs: z.int(),
});
