import type { MovedExhibit, RerunReport } from '../../../shared/contract/findings.ts';
import type { Case } from '../case/case.ts';
import { exhibitsByFinding } from '../exhibits/read.ts';
import { rerunExhibit } from '../exhibits/rerun.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { mustReadFinding, orderedFindings } from './read.ts';

/**
 * Works the exhibits of one finding out again, or those of all with null, one after another.
 * @throws StillwatchError NOT_FOUND, CANCELLED
 */
export async function rerunFindings(open: Case, finding: string | null, job: Job): Promise<RerunReport> {
  const { db } = open;
  if (finding !== null) mustReadFinding(db, finding);
  const exhibits = exhibitsByFinding(db);
  const findings = orderedFindings(db).filter(([id]) => finding === null || id === finding);
  const total = findings.reduce((sum, [id]) => sum + (exhibits.get(id)?.length ?? 0), 0);
  const counts = { match: 0, drift: 0, cannot: 0 };
  const moved: RerunReport['moved'][number][] = [];
  // Progress of single exhibits would jump about: what counts is how many are done.
  const quiet: Job = { signal: job.signal, progress: () => {} };
  const pause = pacer(job);
  let done = 0;
  for (const [id, { claim }] of findings) {
    const own: MovedExhibit[] = [];
    for (const [exhibitId, exhibit] of exhibits.get(id) ?? []) {
      await pause({ stage: 'working out exhibits again', done, total, unit: 'entries' });
      const { rerun } = await rerunExhibit(open, exhibitId, exhibit, quiet);
      counts[rerun.state]++;
      done++;
      if (rerun.state !== 'match') own.push({ exhibit: exhibitId, finding: id, title: exhibit.title, rerun });
    }
    if (own.length > 0) moved.push({ finding: id, claim, exhibits: own });
  }
  return { findings: findings.length, exhibits: total, ...counts, moved };
}
