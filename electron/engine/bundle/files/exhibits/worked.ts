import type { Rerun } from '../../../../../shared/contract/exhibits.ts';
import { rerunExhibit } from '../../../exhibits/rerun.ts';
import type { WorkedOut } from '../../../exhibits/work-out.ts';
import type { Job } from '../../../jobs/job.ts';
import type { Published } from '../../published/published.ts';
import { type NumberedExhibit, numberedExhibits } from './numbered.ts';

export interface WorkedExhibit extends NumberedExhibit {
  readonly rerun: Rerun;
  /** null where what the bundle holds cannot answer it. */
  readonly worked: WorkedOut | null;
}

const kept = new WeakMap<Published['open'], Promise<readonly WorkedExhibit[]>>();

/** All exhibits of a published case worked out from it, once. @throws StillwatchError CANCELLED */
export function workedExhibits({ open }: Published, job: Job): Promise<readonly WorkedExhibit[]> {
  const known = kept.get(open);
  if (known) return known;
  const working = workAllOut(open, job);
  kept.set(open, working);
  working.catch(() => kept.delete(open));
  return working;
}

async function workAllOut(open: Published['open'], job: Job): Promise<readonly WorkedExhibit[]> {
  const all = numberedExhibits(open.db);
  const done: WorkedExhibit[] = [];
  for (const one of all) {
    job.progress({ stage: 'working exhibits out', done: done.length, total: all.length, unit: 'entries' });
    // Progress of single exhibits would jump about: what counts is how many are done.
    const quiet: Job = { signal: job.signal, progress: () => {} };
    done.push({ ...one, ...(await rerunExhibit(open, one.id, one.body, quiet)) });
  }
  return done;
}
