import { z } from 'zod';
import { bundleChoice } from '../../../../shared/contract/bundles.ts';

/** Version of the layout of a bundle; written into bag-info.txt and bundle.json, checked by the verifier. */
export const BUNDLE_SCHEMA_VERSION = 2;

const count = z.int().min(0);
const timeUs = z.int().nullable();

/**
 * What a bundle says of itself, in `data/bundle.json`: what was chosen, what the case held beside it, what was left
 * out. With the published tables it is all that the other files are made from.
 */
export const bundleAbout = z.strictObject({
  schemaVersion: z.literal(BUNDLE_SCHEMA_VERSION),
  madeBy: z.strictObject({ name: z.string(), version: z.string() }),
  exportedUs: z.int(),
  exportedBy: z.string(),
  /** Who is to have signed it, by which key; null for a bundle without signature. */
  signer: z.strictObject({ owner: z.string(), publicKey: z.string(), fingerprint: z.string() }).nullable(),
  /** Its names are as published, so pseudonyms where it is redacted. */
  choice: bundleChoice,
  /** The whole case, of which the bundle shows a part. */
  ofCase: z.strictObject({
    accounts: count,
    referenceAccounts: count,
    requests: count,
    requestsWithoutTime: count,
    sources: count,
    operators: count,
    findings: count,
    annotations: count,
    firstUs: timeUs,
    lastUs: timeUs,
    dataHash: z.string(),
  }),
  /** null where nothing was redacted. */
  redaction: z
    .strictObject({
      /** Names the key without telling it: SHA-256, first 16 hex digits, of what it makes of a fixed text. */
      keyId: z.string(),
      /** Each rule with how many different values it replaced. */
      rules: z.array(z.strictObject({ field: z.string(), rule: z.string(), values: count })),
      /** Groups of accounts so small that who is meant may be guessed, a sentence each. */
      smallCells: z.array(z.string()),
    })
    .nullable(),
  /** Sentences on what was left out. */
  omitted: z.array(z.string()),
});
export type BundleAbout = z.infer<typeof bundleAbout>;
