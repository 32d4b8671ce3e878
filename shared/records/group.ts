import { z } from 'zod';

/**
 * Accounts that a person puts together, or keeps apart from others, with the reason; kept beside what the analysis
 * found and never mixed with it. Its id is a UUIDv7.
 */
export const groupRecord = z.strictObject({
  /** Operators that act together, or accounts that are one and the same customer. */
  of: z.enum(['operator', 'identity']),
  how: z.enum(['merge', 'split']),
  title: z.string().max(500),
  accounts: z.array(z.string()).min(1).max(50_000),
  /** Operators of the analysis that it was made from. */
  from: z.array(z.string()).max(1000),
  reason: z.string().max(10_000),
  author: z.string(),
  createdUs: z.int(),
});
