import type { Grant } from '../../../shared/bridge.ts';
import { type Verification, verifyBundle } from '../../../shared/contract/bundles.ts';
import { runJob } from '../../store/jobs.ts';

/** How a bundle is to be checked. */
export interface VerifyOptions {
  /** Public key or fingerprint of who should have signed it; '' for anyone. */
  readonly key: string;
  readonly recompute: boolean;
}

export const verifyTitle = (file: Grant) => `Verifying ${file.name}`;

/** Rejects as the call does. */
export function verify(file: Grant, { key, recompute }: VerifyOptions): Promise<Verification> {
  const expected = key.trim();
  return runJob(verifyTitle(file), 'The bundle stays as it is, not verified.', verifyBundle, {
    grant: file.grant,
    key: expected === '' ? null : expected,
    recompute,
  });
}
