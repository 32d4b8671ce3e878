import { z } from 'zod';
import type { CaseAssumptions } from '../assumptions.ts';
import { nothing, read, write } from './define.ts';

const estimate = z.strictObject({ low: z.number(), value: z.number(), high: z.number() });

/** Which values can be assumed is told by `assumptionProblem`, so that what is refused is refused in a sentence. */
export const assumption = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('prior'), value: z.number().nullable() }),
  z.strictObject({ name: z.literal('kept'), value: estimate.nullable() }),
  z.strictObject({ name: z.literal('inputPrice'), value: estimate.nullable() }),
  z.strictObject({ name: z.literal('outputPrice'), value: estimate.nullable() }),
  z.strictObject({ name: z.literal('cover'), value: z.boolean().nullable() }),
]);

/** What people assumed about the case. */
export const listAssumptions = read('assumptions.list', nothing).returns<CaseAssumptions>();
/**
 * Assumes a value for the whole case, or its default with null; can be undone. What already holds is not assumed
 * again: nothing is written. BAD_ARGS, CASE_LOCKED, DISK_FULL
 */
export const assume = write('assumptions.assume', assumption).returns<CaseAssumptions>();
