import { z } from 'zod';

export const STRATA = ['operator', 'cohort'] as const;
export const CODES = ['together', 'apart', 'cannot tell'] as const;

/** A stratified random sample of accounts for blind coding; its id is a UUIDv7. */
export const sampleRecord = z.strictObject({
  operator: z.string(),
  question: z.string().max(2000),
  seed: z.int(),
  /** In the order in which they are shown, which tells nothing of the stratum. */
  accounts: z
    .array(z.strictObject({ account: z.string(), stratum: z.enum(STRATA) }))
    .min(2)
    .max(1000),
  /** How many accounts each stratum was drawn from. */
  frame: z.strictObject({ operator: z.int(), cohort: z.int() }),
  drawnBy: z.string(),
  drawnUs: z.int(),
});

/** What one person says of one account of a sample, not knowing its stratum; its id is `<sample>/<account>/<coder>`. */
export const codeRecord = z.strictObject({
  sample: z.string(),
  account: z.string(),
  code: z.enum(CODES),
  note: z.string().max(5000),
  /** It was given or changed when its coder could see the result already, so not blind. */
  afterResult: z.boolean(),
  coder: z.string(),
  atUs: z.int(),
});
