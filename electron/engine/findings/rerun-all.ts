import type { RerunReport } from '../../../shared/contract/findings.ts';
import type { Case } from '../case/case.ts';
import { dataState } from '../exhibits/data-state.ts';
import { isDue, readChecks } from '../exhibits/last-checks.ts';
import { exhibitsByFinding } from '../exhibits/read.ts';
import { rerunExhibit } from '../exhibits/rerun.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { mustReadFinding, orderedFindings } from './read.ts';
import { type Found, reportOf } from './report.ts';

export interface Wanted {
  /** null for all findings. */
  readonly finding: string | null;
  /** Leaves out exhibits whose data and analysis are those of their last check. */
  readonly changedOnly: boolean;
}

/**
 * Works exhibits out again, one after another.
 * @throws StillwatchError NOT_FOUND, CANCELLED, CONFLICT where data come or go meanwhile, DISK_FULL
 */
export async function rerunFindings(
  open: Case,
  { finding, changedOnly }: Wanted,
  job: Job,
): Promise<RerunReport> {
  const { db } = open;
  if (finding !== null) mustReadFinding(db, finding);
  const checks = readChecks(open);
  const now = dataState(db);
  const pinned = exhibitsByFinding(db);
  const exhibits = orderedFindings(db)
    .filter(([id]) => finding === null || id === finding)
    .flatMap(([id, { claim }]) => (pinned.get(id) ?? []).map(([key, body]) => ({ id, claim, key, body })))
    .filter(({ key, body }) => !changedOnly || isDue(checks, key, body, now));
  // Progress of single exhibits would jump about: what counts is how many are done.
  const quiet: Job = { signal: job.signal, progress: () => {} };
  const pause = pacer(job);
  const found: Found[] = [];
  for (const { id, claim, key, body } of exhibits) {
    const done = found.length;
    await pause({ stage: 'working out exhibits again', done, total: exhibits.length, unit: 'entries' });
    const { rerun } = await rerunExhibit(open, key, body, quiet);
    found.push({ finding: id, claim, exhibit: key, title: body.title, rerun });
  }
  return reportOf(found);
}
