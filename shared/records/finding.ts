import { z } from 'zod';
import { CONFIDENCES, LIKELIHOODS } from '../contract/analysis.ts';

export const FINDING_STATUSES = ['draft', 'for review', 'agreed', 'dissented', 'withdrawn'] as const;

/** A claim; its id is a UUIDv7. Texts are plain and may name things of the case as `[[reference]]`. */
export const findingRecord = z.strictObject({
  claim: z.string().max(2000),
  /** References of what it is about. */
  scope: z.array(z.string().max(8000)).max(200),
  /** Words and ranges of ICD-203; never said in one sentence with the confidence. */
  likelihood: z.enum(LIKELIHOODS).nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  /** What the confidence rests on. */
  confidenceReason: z.string().max(5000),
  reasoning: z.string().max(50_000),
  changeMind: z.string().max(10_000),
  /** Evidence that was to be expected and is not there. */
  missing: z.string().max(10_000),
  status: z.enum(FINDING_STATUSES),
  /** For who shows it in a review; never exported. */
  speakerNotes: z.string().max(20_000),
  author: z.string(),
  createdUs: z.int(),
  changedBy: z.string(),
  changedUs: z.int(),
});

/**
 * A pinned piece of evidence that can be worked out again; its id is a UUIDv7. `resultHash` is the SHA-256 of the
 * canonical JSON of the result, `rowsHash` that of the rows behind it, see electron/engine/exhibits.
 */
export const exhibitRecord = z.strictObject({
  /** Id of its finding. */
  finding: z.string(),
  title: z.string().max(500),
  /** Order within the finding; ties by id. */
  order: z.number(),
  /** Name of an exhibit query, and what it was asked. */
  query: z.string().max(100),
  args: z.record(z.string(), z.unknown()),
  /** Of the algorithm that worked it out. */
  version: z.string().max(200),
  seed: z.int().nullable(),
  dataHash: z.string(),
  rows: z.int(),
  rowsHash: z.string(),
  resultHash: z.string(),
  /** What people read off it, so that a drift can be told by how much; numbers in the unit that the name says. */
  figures: z.array(z.strictObject({ name: z.string().max(200), value: z.number().nullable() })).max(100),
  /** Id of its picture; null for none. */
  picture: z.string().nullable(),
  author: z.string(),
  pinnedUs: z.int(),
});

/** The picture of an exhibit as it was pinned; its id is a UUIDv7. */
export const pictureRecord = z.strictObject({ svg: z.string().max(4_000_000) });

/** What a person says of a finding; its id is `<finding>/<author>`. */
export const verdictRecord = z.strictObject({
  finding: z.string(),
  verdict: z.enum(['agrees', 'dissents']),
  reason: z.string().max(10_000),
  /** SHA-256 of the canonical JSON of the finding, its exhibits and ratings, as they were then. */
  about: z.string(),
  author: z.string(),
  atUs: z.int(),
});
