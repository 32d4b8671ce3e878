import { z } from 'zod';
import { mapping } from '../../../../shared/contract/imports.ts';
import { isZone } from '../../../../shared/time/zone.ts';
import { PRESETS } from '../../import/presets/registry.ts';
import { COLUMNS_PER_CHUNK, FIRST_EXTRA } from '../../requests/columns.ts';

const sentences = z.array(z.string().max(10_000)).max(10_000);

/** How a source was read, as far as a program goes by it. */
export const readSource = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(['requests', 'accounts', 'context']),
  mapping: mapping
    .refine(({ timeZone }) => timeZone === null || isZone(timeZone))
    .refine(({ preset }) => preset === undefined || PRESETS.some(({ id }) => id === preset)),
  layout: z.strictObject({
    extra: z
      .array(
        z.strictObject({
          number: z
            .int()
            .min(FIRST_EXTRA)
            .max(COLUMNS_PER_CHUNK - 1),
          name: z.string().max(10_000),
        }),
      )
      .max(COLUMNS_PER_CHUNK)
      .refine((extra) => new Set(extra.map(({ number }) => number)).size === extra.length),
    timeStyle: z
      .string()
      .regex(/^(?:unix_(?:s|ms|us)|iso (?:date|.) -?\d{1,2} .{0,40})$/s)
      .nullable(),
  }),
  rules: sentences,
  notes: sentences,
  warnings: sentences,
  times: z.looseObject({}).nullable(),
});
