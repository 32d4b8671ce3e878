import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import type { Case } from '../../case/case.ts';
import type { Job } from '../../jobs/job.ts';
import { NO_REDACTION } from '../redact/no-redaction.ts';
import { redactorOf } from '../redact/redactor-of.ts';
import { selectForBundle } from '../select/select.ts';
import type { BundleAbout } from './about.ts';
import { aboutOf } from './about-of.ts';
import { citationsOf } from './citations.ts';
import { dumpCase } from './dump.ts';
import { loadPublished } from './load.ts';
import type { Published } from './published.ts';

export interface Publishing {
  readonly exportedUs: number;
  /** Who will sign; left out where nobody does. */
  readonly signer?: BundleAbout['signer'];
  /** In which the temporary case is made. */
  readonly folder: string;
}

/**
 * Publishes what is chosen of a case. Close `published.open`, which removes it.
 * @returns beside it what may be in no file of the bundle, read from the case, which must still be open then
 * @throws StillwatchError CANCELLED, DISK_FULL, FILE_UNWRITABLE
 */
export async function publish(
  open: Case,
  choice: BundleChoice,
  { exportedUs, signer = null, folder }: Publishing,
  job: Job,
): Promise<{ published: Published; secrets: Iterable<string> }> {
  const selection = await selectForBundle(open, choice, job);
  const redactor = choice.redaction ? await redactorOf(open, selection, job) : NO_REDACTION;
  const citedBy = await citationsOf(open, selection, job);
  const dump = dumpCase(open, selection, redactor, { redacted: choice.redaction, citedBy });
  const loaded = await loadPublished(
    (path) => dump.get(path)?.(),
    { folder, author: open.author, readOnly: 'This is what is being exported.' },
    job,
  );
  const about = aboutOf(open, selection, redactor, { exportedUs, signer });
  return { published: { open: loaded, about }, secrets: redactor.secrets() };
}
