import { z } from 'zod';
import { fileGrant, job, nothing, read } from './define.ts';

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
