import { z } from 'zod';
import { HANDLING, PAP } from './cases.ts';
import { fileGrant, job, nothing, read } from './define.ts';
import type { FigureChange } from './exhibits.ts';
import { keySecret } from './signing.ts';

/** Whom a report is written for. `clearance` is for an account that was looked at and found innocent. */
export const REPORT_TEMPLATES = ['internal', 'regulator', 'partner', 'clearance'] as const;
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];

/** What goes into a bundle, and how it is marked. */
export const bundleChoice = z
  .strictObject({
    /** Everything: all accounts, requests and casework, whatever is chosen below. */
    whole: z.boolean(),
    findings: z.array(z.uuid()).max(1000),
    operators: z.array(z.string().min(1).max(100)).max(1000),
    accounts: z.array(z.string().min(1).max(1000)).max(100_000),
    template: z.enum(REPORT_TEMPLATES),
    /** Names of accounts and all identifiers become stable pseudonyms; e-mails and addresses are generalised. */
    redaction: z.boolean(),
    /** Whether prompt texts and wordings of templates leave the case. */
    prompts: z.boolean(),
    /** Requests of one account that are included at most, the first by time; null for all. */
    rowLimit: z.int().min(0).max(10_000_000).nullable(),
    handling: z.enum(HANDLING),
    pap: z.enum(PAP),
    /** To whom it goes and what they are asked to mind, in words. */
    recipients: z.string().trim().max(5000),
  })
  .refine(({ template, redaction, prompts }) => template !== 'partner' || (redaction && !prompts), {
    error: 'a bundle for a partner is redacted and holds no prompts',
  });
export type BundleChoice = z.infer<typeof bundleChoice>;

export interface BundleResult {
  readonly file: string;
  readonly sha256: string;
  readonly files: number;
  readonly sizeBytes: number;
}

/** A bundle that was verified before it took its name. */
export interface CheckedBundle extends BundleResult {
  readonly check: Verification;
}

/** A bundle as the window exports it. */
export interface ExportedBundle extends CheckedBundle {
  /** Sentences on what could not be made, as the report on pages; the bundle holds without it. */
  readonly notes: readonly string[];
}

/** One thing wrong with a bundle. `file` is the path in the bag, or the bundle itself. */
export interface Problem {
  readonly file: string;
  readonly problem: string;
}

/**
 * Who signed a bundle. That a signature holds says that the owner of the key made the bundle as it is; whose key it is
 * nobody can check but by comparing the fingerprint with what its owner told by another way.
 */
export type SignatureReport =
  | { readonly state: 'none' }
  /** There is one, or there was, and it does not hold; the problems say why. */
  | { readonly state: 'broken' }
  | {
      /** 'unknown': holds, and nobody said which key is expected. 'other': by a key that is not the expected one. */
      readonly state: 'unknown' | 'expected' | 'other';
      readonly publicKey: string;
      readonly fingerprint: string;
      /** What the signer wrote: name, time by the signer's own clock, case. */
      readonly comment: string;
    };

/** What an authority says of when a bundle was there. Whether its certificate deserves trust is not decided. */
export type TimeStampReport =
  | { readonly state: 'none' }
  | { readonly state: 'broken' }
  | {
      readonly state: 'stamped';
      readonly timeUs: number;
      readonly authority: string;
      readonly issuer: string;
      readonly certificateSha256: string;
    };

/** An exhibit of a bundle, worked out again from the tables of the bundle. */
export interface ExhibitRemade {
  readonly id: string;
  /** As the bundle numbers it. */
  readonly number: number;
  readonly title: string;
  /** The result is what the bundle shows to the byte, is not, or there is none any more. */
  readonly state: 'match' | 'drift' | 'cannot';
  /** Those that are not what the bundle shows. */
  readonly figures: readonly FigureChange[];
}

/** What making everything again from the bundle's own tables gave. */
export interface Recomputation {
  /** How many files were made again. */
  readonly files: number;
  /** All that were worked out again, in order. */
  readonly exhibits: readonly ExhibitRemade[];
  /** Files that nothing can make again to the byte: the report on pages. */
  readonly notCompared: readonly string[];
  readonly problems: readonly Problem[];
}

export interface Verification {
  readonly ok: boolean;
  readonly files: number;
  readonly problems: readonly Problem[];
  readonly signature: SignatureReport;
  readonly timeStamp: TimeStampReport;
  /** null where it was not asked for, or where what it needs does not hold. */
  readonly recompute: Recomputation | null;
  /** Sentences on what was not or could not be checked. */
  readonly notes: readonly string[];
}

/** What an export made now would hold, counted before anything is written. */
export interface BundlePlan {
  readonly findings: number;
  readonly exhibits: number;
  readonly annotations: number;
  readonly operators: number;
  readonly accounts: number;
  readonly requests: number;
  /** Requests of these accounts that the row limit leaves out. */
  readonly beyondLimit: number;
  readonly sources: number;
  readonly custodyEntries: number;
  /** What the whole case holds of them. */
  readonly of: {
    readonly findings: number;
    readonly annotations: number;
    readonly operators: number;
    readonly accounts: number;
    readonly requests: number;
  };
  /** Groups so small that who is meant may be guessed in spite of redaction, a sentence each; none without it. */
  readonly smallCells: readonly string[];
  /** Sentences on what is left out. */
  readonly omitted: readonly string[];
}

/** What people marked: the findings that were not withdrawn and the accounts with notes, marked as the case is. */
export const defaultChoice = read('bundles.choice', nothing).returns<BundleChoice>();
export const planBundle = job('bundles.plan', bundleChoice).returns<BundlePlan>();
/** The report of a bundle of this choice as HTML without script, as it would be exported now. */
export const previewReport = job('bundles.preview', bundleChoice).returns<{ readonly html: string }>();

/**
 * Writes a bundle, whole or not at all; it is searched for what was to be redacted and verified before it takes its name.
 * `sign` opens the signing key; null leaves the bundle unsigned. BAD_BUNDLE where something to be redacted is in it.
 */
export const exportBundle = job(
  'bundles.export',
  z.strictObject({ grant: fileGrant, choice: bundleChoice, sign: keySecret.nullable() }),
).returns<ExportedBundle>();

/**
 * Whether a bundle is as it was written. `key` is the public key that is expected, null for any; with `recompute` every
 * exhibit and file is made again from the bundle's own tables.
 */
export const verifyBundle = job(
  'bundles.verify',
  z.strictObject({ grant: fileGrant, key: z.string().max(200).nullable(), recompute: z.boolean() }),
).returns<Verification>();
