import { basename, dirname, join } from 'node:path';
import type {
  BundleChoice,
  BundleResult,
  CheckedBundle,
  Verification,
} from '../../../shared/contract/bundles.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { custodyFault } from '../custody/fault.ts';
import { appendCustody } from '../custody/log.ts';
import type { Job } from '../jobs/job.ts';
import { checkFinished } from './check-finished.ts';
import { publish } from './published/publish.ts';
import type { FilesOf } from './published/published.ts';
import { putInPlace, refuseSpecial } from './replace-file.ts';
import { defaultChoice } from './select/default-choice.ts';
import { bagSigner } from './sign/bag-signer.ts';
import { type OwnedKey, signerOf } from './sign/key-store.ts';
import { writeBundle } from './write-bundle.ts';

export interface ExportOptions {
  /** Without it what people marked. */
  readonly choice?: BundleChoice;
  /** Signs it. */
  readonly key?: OwnedKey;
  /** Files that only this way of exporting can make, as the report on pages. */
  readonly further?: readonly FilesOf[];
}

/**
 * Writes a bundle of a case, whole or not at all: what was chosen is published into a temporary case, all files are
 * made from that, and the finished bundle is searched for what was to be redacted and verified before it takes its
 * name. Then the case logs that it was made; the log in the bundle ends before that entry, which holds its hash.
 * @throws StillwatchError CANCELLED, DISK_FULL, FILE_UNWRITABLE, CASE_DAMAGED when the custody chain does not hold
 */
export function exportBundle(
  open: Case,
  target: string,
  job: Job,
  options: ExportOptions = {},
): Promise<CheckedBundle> {
  return open.during(job, (running) => writeAndLog(open, target, running, options));
}

async function writeAndLog(
  open: Case,
  target: string,
  job: Job,
  { choice = defaultChoice(open), ...options }: ExportOptions,
): Promise<CheckedBundle> {
  await refuseSpecial(target);
  // As the case is at this moment: what is written meanwhile is not in the bundle.
  const snapshot = open.snapshot();
  let result: CheckedBundle;
  try {
    refuseBrokenChain(snapshot);
    result = await writeOf(snapshot, choice, target, job, options);
  } finally {
    await snapshot.close();
  }
  if (!open.readOnly) logExport(open, result, choice);
  return result;
}

async function writeOf(
  snapshot: Case,
  choice: BundleChoice,
  target: string,
  job: Job,
  { key, further }: Omit<ExportOptions, 'choice'>,
): Promise<CheckedBundle> {
  const exportedUs = nowUs();
  const signer = key ? signerOf(key) : null;
  const { published, secrets } = await publish(
    snapshot,
    choice,
    { exportedUs, signer, folder: dirname(target) },
    job,
  );
  const { open, about } = published;
  try {
    // In the folder of the temporary case, which goes with it.
    const finished = join(dirname(open.path), 'bundle.zip');
    const signed = key && bagSigner(key, { caseId: open.info().id, timeUs: exportedUs });
    const sought = about.redaction === null ? null : secrets;
    let checked: Promise<Verification> | undefined;
    const written = await writeBundle(finished, published, job, {
      ...signed,
      further,
      check: async (path) => {
        checked = checkFinished(path, sought, signer?.publicKey ?? null, job);
        await checked;
      },
    });
    const check = await checked!;
    await putInPlace(finished, target, job.signal);
    return { ...written, file: basename(target), check };
  } finally {
    await open.close();
  }
}

function refuseBrokenChain({ db }: Case): void {
  const fault = custodyFault(db);
  if (fault === null) return;
  throw new StillwatchError(
    'CASE_DAMAGED',
    `${fault}, so no bundle was written. The case is unchanged; keep it as it is and work on from a copy made before.`,
  );
}

function logExport(open: Case, { file, sha256, files }: BundleResult, choice: BundleChoice): void {
  const { whole, redaction, prompts, findings, handling } = choice;
  const detail = { file, sha256, files, whole, redaction, prompts, findings, handling };
  try {
    open.db
      .transaction(() => appendCustody(open.db, { action: 'bundle.export', author: open.author, detail }))
      .immediate();
  } catch (error) {
    throw cannotWrite(error, 'The bundle was written, but that is not in the custody log.');
  }
}
