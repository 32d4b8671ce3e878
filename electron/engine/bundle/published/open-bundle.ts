import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { formatUtc } from '../../../../shared/time/zone.ts';
import type { Case } from '../../case/case.ts';
import { type Job, unwatched } from '../../jobs/job.ts';
import { verifyBytes } from '../verify/verify.ts';
import { visible } from '../visible-text.ts';
import { readPublished } from './read-bag.ts';
import { withZipFile } from './zip-file.ts';

/** Whether a path that a person wants to open is to be taken for an evidence bundle. */
export function isBundle(path: string): boolean {
  return path.toLowerCase().endsWith('.zip');
}

const LOG = 'What is redacted or left out in its custody log was checked for its order alone.';
/** Problems of a bundle that are told when it is refused. */
const TOLD = 3;

/**
 * Opens a bundle as a case in which nothing can be changed: verified first, then loaded into a temporary case, which is
 * removed when it is closed.
 * @throws StillwatchError BAD_BUNDLE, FILE_UNREADABLE, FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
export async function openBundle(path: string, author: string, job: Job = unwatched): Promise<Case> {
  const name = basename(path);
  return withZipFile(
    path,
    (why) => refused(`${name} ${why}`),
    async (bag, source) => {
      const { ok, problems } = await verifyBytes(source, name, {
        signal: job.signal,
        onProgress: job.progress,
      });
      if (!ok) {
        const told = problems.slice(0, TOLD).map(({ file, problem }) => `${file} ${problem}`);
        const more = problems.length > TOLD ? `; and ${problems.length - TOLD} more` : '';
        throw refused(`${told.join('; ')}${more}`);
      }
      const { open } = await readPublished(
        bag,
        ({ exportedUs, redaction }) => ({
          folder: tmpdir(),
          author,
          readOnly: `This is the evidence bundle ${visible(name, 200)}, made ${formatUtc(exportedUs)}, which nobody can change. ${LOG}`,
          redactedLog: redaction !== null,
        }),
        job,
      );
      return open;
    },
  );
}

function refused(why: string): StillwatchError {
  return new StillwatchError(
    'BAD_BUNDLE',
    `This bundle is not as it was made, so it was not opened: ${why}. Verify it to see everything, or ask whoever made it for another copy.`,
  );
}
