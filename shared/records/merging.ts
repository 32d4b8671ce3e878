import { z } from 'zod';

const side = z.strictObject({
  /** Who changed it last in that copy; null where it was not told. */
  author: z.string().nullable(),
  /** The whole record, or the field; null where it was taken away. */
  value: z.unknown(),
});

/**
 * Two copies of the case changed the same thing in different ways. Its id is a hash of what it says, so that both
 * copies call it the same; `sides` are in order of their canonical JSON, not of who merged.
 */
export const conflictRecord = z.strictObject({
  kind: z.string(),
  id: z.string(),
  /** The field that both changed; null for the whole record. */
  field: z.string().nullable(),
  /** As the common ancestor had it. */
  before: z.unknown(),
  sides: z.tuple([side, side]),
  /** Which side stands until somebody decides. */
  stands: z.int().min(0).max(1),
});

/** Another copy of the case that was merged into this one; its id is that copy's last command. */
export const mergedCopyRecord = z.strictObject({
  file: z.string(),
  /** Last entry of that copy's own custody log, and of those entries how many this case has in common with it. */
  custodyHead: z.string(),
  inCommon: z.int(),
  by: z.string(),
  atUs: z.int(),
});
