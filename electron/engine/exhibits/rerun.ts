import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { FigureChange, Rerun } from '../../../shared/contract/exhibits.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import type { Job } from '../jobs/job.ts';
import { dataState } from './data-state.ts';
import { rememberCheck } from './last-checks.ts';
import { type WorkedOut, workOut } from './work-out.ts';

type Exhibit = RecordBody<'exhibit'>;

/**
 * Works an exhibit out again and says what became of it. It matches when its result is the same to the byte, whatever
 * else changed. What was found is kept, see rememberCheck.
 * @throws StillwatchError CANCELLED, CONFLICT where data come or go meanwhile, DISK_FULL
 */
export async function rerunExhibit(
  open: Case,
  id: string,
  exhibit: Exhibit,
  job: Job,
): Promise<{ rerun: Rerun; worked: WorkedOut | null }> {
  const from = dataState(open.db);
  const { worked, reason } = await tryToWorkOut(open, exhibit, job);
  const rerun = worked
    ? compared(exhibit, worked)
    : cannot(exhibit, reason, exhibit.dataHash !== from.dataHash);
  rememberCheck(open, id, exhibit, from, rerun);
  return { rerun, worked };
}

async function tryToWorkOut(open: Case, exhibit: Exhibit, job: Job) {
  try {
    return { worked: await workOut(open, exhibit, job), reason: '' };
  } catch (error) {
    if (!(error instanceof StillwatchError) || error.code === 'CANCELLED' || error.code === 'CONFLICT')
      throw error;
    return { worked: null, reason: error.message };
  }
}

/** What became of an exhibit whose question has this answer now. */
export function compared(exhibit: Exhibit, worked: WorkedOut): Rerun {
  return {
    state: worked.resultHash === exhibit.resultHash ? 'match' : 'drift',
    reason: null,
    dataChanged: worked.dataHash !== exhibit.dataHash,
    rowsChanged: worked.rowsHash !== exhibit.rowsHash,
    versionChanged: worked.version !== exhibit.version || worked.seed !== exhibit.seed,
    stale: worked.stale,
    figures: figureChanges(exhibit.figures, worked.figures),
  };
}

function cannot(exhibit: Exhibit, reason: string, dataChanged: boolean): Rerun {
  return {
    state: 'cannot',
    reason: dataChanged ? `${reason} Since it was pinned, imports were added or taken back.` : reason,
    dataChanged,
    rowsChanged: null,
    versionChanged: null,
    stale: false,
    figures: figureChanges(exhibit.figures, []),
  };
}

/** Those that were pinned in their order, then those that are new. */
function figureChanges(before: Exhibit['figures'], after: WorkedOut['figures']): FigureChange[] {
  const was = new Map(before.map(({ name, value }) => [name, value]));
  const is = new Map(after.map(({ name, value }) => [name, value]));
  return [...new Set([...was.keys(), ...is.keys()])].map((name) => ({
    name,
    before: was.get(name) ?? null,
    after: is.get(name) ?? null,
  }));
}
