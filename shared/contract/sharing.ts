import { z } from 'zod';
import { fileGrant, job } from './define.ts';

/** What two organisations agree on by another way; whoever knows it can test guesses against a package. */
const secret = z.string().min(8).max(1024);

/** Kinds of evidence that are compared without showing them. */
export const OVERLAP_EVIDENCE = ['identifier', 'template', 'timing'] as const;
export type OverlapEvidence = (typeof OVERLAP_EVIDENCE)[number];

/** How often units that have nothing to do with each other look alike, as measured where the package was made. */
export interface FalseMatches {
  /** Pairs of different operators of that case that were compared. */
  readonly pairs: number;
  /** Pairs that matched all the same, by kind of evidence; such pairs may truly belong together, so it is an upper end. */
  readonly matched: Readonly<Record<OverlapEvidence, number>>;
}

export interface SharedPackage {
  readonly file: string;
  readonly sha256: string;
  readonly units: number;
  readonly tokens: number;
  readonly templates: number;
  readonly falseMatches: FalseMatches;
}

/**
 * Writes sketches of operators that another organisation can test for overlap, without a prompt, name or identifier in
 * it. BAD_ARGS for a day of expiry that has passed, NOT_FOUND for an operator that the last analysis does not have.
 */
export const shareOverlap = job(
  'sharing.share',
  z.strictObject({
    grant: fileGrant,
    operators: z.array(z.string().min(1).max(100)).min(1).max(1000),
    secret,
    /** Who makes it, in words. */
    from: z.string().trim().max(200),
    expiresUs: z.int(),
  }),
).returns<SharedPackage>();

/** Something of the package that this case has too. */
export interface Overlap {
  /** Name of the operator in the package, which means nothing outside it. */
  readonly unit: string;
  readonly evidence: OverlapEvidence;
  /** Kind of identifier; '' for others. */
  readonly kind: string;
  /** What it is here: the identifier, template or operator. */
  readonly here: string;
  /** Accounts of this case that have it, at most 100 of them. */
  readonly accounts: readonly string[];
  readonly ofAccounts: number;
  /** Estimated share of what both have in all that either has (Jaccard), 0 to 1; 1 for equal identifiers. */
  readonly likeness: number;
}

export interface OverlapResult {
  readonly from: string;
  readonly madeUs: number;
  readonly expiresUs: number;
  readonly units: number;
  readonly overlaps: readonly Overlap[];
  /** Identifiers here, those in the package, and how many of them would be equal by chance. */
  readonly chance: { readonly here: number; readonly there: number; readonly expected: number };
  readonly falseMatches: FalseMatches;
}

/**
 * Tests a package of another organisation against the open case. BAD_BUNDLE for anything but a package that has
 * not expired, WRONG_PASSPHRASE for another secret than it was made with, FILE_UNREADABLE, CANCELLED.
 */
export const testOverlap = job(
  'sharing.test',
  z.strictObject({ grant: fileGrant, secret }),
).returns<OverlapResult>();
