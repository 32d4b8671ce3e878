import { z } from 'zod';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { unpackSketch } from './min-hash.ts';
import { SHARED_KINDS } from './shared-values.ts';

const count = z.int().min(0);
const sketch = z.string().refine((text) => unpackSketch(text) !== undefined);
const token = z.string().regex(/^[0-9a-f]{12}$/);

/** The file that two organisations exchange. It holds no prompt, name or identifier. */
export const packageForm = z.strictObject({
  format: z.literal('stillwatch-overlap'),
  version: z.literal(1),
  madeBy: z.string().max(200),
  from: z.string().max(200),
  madeUs: z.int(),
  expiresUs: z.int(),
  /** 16 bytes, hex. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** What the secret makes of a fixed text, so that another secret is told apart from no overlap. */
  secretToken: token,
  falseMatches: z.strictObject({
    pairs: count,
    matched: z.strictObject({ identifier: count, template: count, timing: count }),
  }),
  note: z.string().max(2000),
  units: z
    .array(
      z.strictObject({
        unit: z.string().max(40),
        /** Rounded to one digit, so that it tells little of who is meant. */
        accounts: count,
        identifiers: z.partialRecord(z.enum(SHARED_KINDS), z.array(token).max(1_000_000)),
        templates: z.array(sketch).max(10_000),
        timing: sketch.nullable(),
      }),
    )
    .max(1000),
});
export type OverlapPackage = z.infer<typeof packageForm>;

/** @throws StillwatchError BAD_BUNDLE for anything but a package */
export function readPackage(text: string, name: string): OverlapPackage {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notOne(name);
  }
  const parsed = packageForm.safeParse(value);
  if (!parsed.success) throw notOne(name);
  return parsed.data;
}

function notOne(name: string): StillwatchError {
  return new StillwatchError(
    'BAD_BUNDLE',
    `${name} is no package for testing overlap, or a damaged one. Nothing was compared. Ask whoever made it for it again.`,
  );
}
