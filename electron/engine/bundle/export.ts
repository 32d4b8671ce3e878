import type { BundleResult } from '../../../shared/contract/bundles.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { appendCustody } from '../custody/log.ts';
import type { Job } from '../jobs/job.ts';
import { collectBundle } from './collect.ts';
import { writeBundle } from './write-bundle.ts';

/**
 * Writes the bundle of a case and logs that it was made. The log in the bundle ends before that entry, which
 * holds the bundle's hash.
 */
export function exportBundle(open: Case, target: string, job: Job): Promise<BundleResult> {
  return open.during(job, (running) => writeAndLog(open, target, running));
}

async function writeAndLog(open: Case, target: string, job: Job): Promise<BundleResult> {
  const snapshot = open.snapshot();
  let result: BundleResult;
  try {
    const content = collectBundle(snapshot, nowUs());
    result = await writeBundle(target, content, { signal: job.signal, onProgress: job.progress });
  } finally {
    await snapshot.close();
  }
  if (!open.readOnly) {
    const detail = { file: result.file, sha256: result.sha256, files: result.files };
    try {
      open.db
        .transaction(() => appendCustody(open.db, { action: 'bundle.export', author: open.author, detail }))
        .immediate();
    } catch (error) {
      throw cannotWrite(error, 'The bundle was written, but that is not in the custody log.');
    }
  }
  return result;
}
