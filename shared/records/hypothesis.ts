import { z } from 'zod';

/** How well an evidence fits a hypothesis: from very inconsistent to very consistent, or saying nothing of it. */
export const CONSISTENCIES = ['--', '-', '0', '+', '++', 'n/a'] as const;

/** A rival explanation of a finding (Heuer, Psychology of Intelligence Analysis, ch. 8); its id is a UUIDv7. */
export const hypothesisRecord = z.strictObject({
  finding: z.string(),
  title: z.string().max(500),
  text: z.string().max(5000),
  order: z.number(),
  /** The benign alternative of the analysis that it was made from, 'campaign' or 'deception'; null for a person's own. */
  alternative: z.string().max(100).nullable(),
  author: z.string(),
  createdUs: z.int(),
});

/** What the analysis finds of an operator, by which a row of the matrix that was made from it is known again. */
export const evidenceBasis = z.strictObject({
  operator: z.string().max(100),
  of: z.enum(['signal', 'kind', 'prediction']),
  /** Id of the signal, kind of evidence that ties accounts, or text of the prediction. */
  name: z.string().max(1000),
});

/** A row of the matrix; its id is a UUIDv7. */
export const evidenceRecord = z.strictObject({
  finding: z.string(),
  title: z.string().max(1000),
  order: z.number(),
  /** The exhibit behind it; null for what is told in words alone. */
  exhibit: z.string().nullable(),
  /** null for what a person wrote. */
  basis: evidenceBasis.nullable(),
  credibility: z.enum(['low', 'medium', 'high']),
  author: z.string(),
  createdUs: z.int(),
});

/** One cell as a person confirmed it; its id is `<evidence>/<hypothesis>`. */
export const ratingRecord = z.strictObject({
  finding: z.string(),
  consistency: z.enum(CONSISTENCIES),
  author: z.string(),
  changedUs: z.int(),
});
