import { z } from 'zod';
import { nothing, read, write } from './define.ts';
import type { FindingDetail } from './findings.ts';

/** What a review walks through. */
export interface Review {
  /** Of those chosen the ones that are still there, in the order chosen; a withdrawn one stands among them. */
  readonly findings: readonly FindingDetail[];
  /** How many of those chosen are no longer in the case. */
  readonly gone: number;
  /** The person at work, who presents. */
  readonly presenter: string;
}

export const getReview = read('review.get', nothing).returns<Review>();

/**
 * Chooses what a review walks through, in this order, in place of what was chosen before; what is as it was is no act.
 * Can be undone. BAD_ARGS for a finding named twice, NOT_FOUND for one that is not there
 */
export const chooseReview = write(
  'review.choose',
  z.strictObject({ findings: z.array(z.uuid()).max(1000) }),
).returns<null>();
