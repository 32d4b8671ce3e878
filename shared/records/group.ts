import { z } from 'zod';

export const MOST_GROUPED = 50_000;

/**
 * Accounts that a person puts together, or keeps apart from others, with the reason; kept beside what the analysis
 * found and never mixed with it. Its id is a UUIDv7.
 */
export const groupRecord = z.strictObject({
  /** Operators that act together, or accounts that are one and the same customer. */
  of: z.enum(['operator', 'identity']),
  how: z.enum(['merge', 'split']),
  title: z.string().max(500),
  accounts: z.array(z.string()).min(1).max(MOST_GROUPED),
  /** Operators of the analysis that it was made from. */
  from: z.array(z.string()).max(1000),
  /** Where the analysis had its accounts then; those in no operator are not named. */
  stood: z
    .array(z.strictObject({ operator: z.string(), accounts: z.array(z.string()).min(1) }))
    .max(MOST_GROUPED),
  reason: z.string().max(10_000),
  author: z.string(),
  createdUs: z.int(),
});
