import type { Verification } from '../../../shared/contract/bundles.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Job } from '../jobs/job.ts';
import { withZipFile } from './published/zip-file.ts';
import { scanBundle } from './redact/scan.ts';
import { throwIfCancelled } from './replace-file.ts';
import { verifyBundle } from './verify/verify.ts';

/**
 * Searches a finished bundle for what was to be redacted, and verifies it as whoever gets it would.
 * @param secrets null where nothing was redacted
 * @param key the public key that signed it, null for none
 * @returns what verifying it found, which is that it holds
 * @throws StillwatchError BAD_BUNDLE where something to be redacted is in it, INTERNAL where it does not verify, CANCELLED
 */
export async function checkFinished(
  path: string,
  secrets: Iterable<string> | null,
  key: string | null,
  job: Job,
): Promise<Verification> {
  const { signal } = job;
  if (secrets) {
    job.progress({ stage: 'searching for what was redacted', done: 0, unit: 'bytes' });
    const found = await withZipFile(path, refused, (bag) => scanBundle(bag, secrets, signal)).catch(
      (error) => {
        throwIfCancelled(signal);
        throw error;
      },
    );
    if (found.length > 0) throw secretLeft(`${found[0].file} ${found[0].problem}`);
  }
  const found = await verifyBundle(path, {
    signal,
    onProgress: job.progress,
    ...(key !== null && { expectedKey: key }),
  });
  if (!found.ok) throw refused(`${found.problems[0].file} ${found.problems[0].problem}`);
  return found;
}

function secretLeft(why: string): StillwatchError {
  return new StillwatchError(
    'BAD_BUNDLE',
    `The finished bundle was not kept: ${why}. Nothing was written. Take what holds it out of the choice, or change the text that names it.`,
  );
}

function refused(why: string): StillwatchError {
  return new StillwatchError(
    'INTERNAL',
    `The finished bundle did not pass its check: ${why}. It was removed; what stood under its name is as it was. Tell whoever maintains this program.`,
  );
}
