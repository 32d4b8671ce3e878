import { z } from 'zod';
import { HANDLING, PAP } from './cases.ts';
import { fileGrant, job, nothing, read } from './define.ts';

/** Whom a report is written for. `clearance` is for an account that was looked at and found innocent. */
export const REPORT_TEMPLATES = ['internal', 'regulator', 'partner', 'clearance'] as const;
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];

/** What goes into a bundle, and how it is marked. */
export const bundleChoice = z.strictObject({
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
});
export type BundleChoice = z.infer<typeof bundleChoice>;

export interface BundleResult {
  readonly file: string;
  readonly sha256: string;
  readonly files: number;
  readonly sizeBytes: number;
}

/** One thing wrong with a bundle. `file` is the path in the bag, or the bundle itself. */
export interface Problem {
  readonly file: string;
  readonly problem: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly files: number;
  readonly problems: readonly Problem[];
}

/** What an export made now would hold. */
export interface BundlePlan {
  readonly annotations: number;
  readonly accounts: number;
  readonly citedRequests: number;
  readonly sources: number;
  readonly custodyEntries: number;
}

export const planBundle = read('bundles.plan', nothing).returns<BundlePlan>();
export const exportBundle = job(
  'bundles.export',
  z.strictObject({ grant: fileGrant }),
).returns<BundleResult>();
export const verifyBundle = job(
  'bundles.verify',
  z.strictObject({ grant: fileGrant }),
).returns<Verification>();
