import { z } from 'zod';
import {
  CONFIDENCES,
  EVIDENCE_FAMILIES,
  LIKELIHOODS,
  SIGNAL_IDS,
} from '../../../../shared/contract/analysis.ts';

/** Parts that the shapes of several files are made of. */

export const text = z.string();
export const count = z.int().min(0).describe('a number of things, 0 or more');
export const us = z.int().describe('microseconds since 1970 UTC');
export const usOrNull = us.nullable();
/** As `formatUtc` spells it. */
export const utc = z.string().describe('RFC 3339 in UTC, to the microsecond');
export const utcOrNull = utc.nullable();
export const share = z.number().min(0).max(1);
export const likelihood = z
  .enum(LIKELIHOODS)
  .describe('ICD-203; calibrated on the synthetic benchmark, not in the field');
export const confidence = z
  .enum(CONFIDENCES)
  .describe('never to be said in one sentence with the likelihood');
export const family = z.enum(EVIDENCE_FAMILIES);

export const signalValue = z.strictObject({
  id: z.enum(SIGNAL_IDS),
  value: z.number(),
  n: z.number().describe('requests, or whatever the signal counts, behind the value'),
  cohort: text,
  percentile: z.number().min(0).max(100).nullable().describe('place in the cohort'),
  bits: z.number().describe('evidence added: above 0 speaks for, below 0 against'),
  detail: text,
});
