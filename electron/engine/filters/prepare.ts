import { setImmediate } from 'node:timers/promises';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import { type Job, throwIfCancelled } from '../jobs/job.ts';
import type { CountedSource } from './build-cells.ts';
import { buildInThread } from './build-in-thread.ts';
import { type RequestSource, requestSources, storeCells } from './store.ts';

/** Counted sources of a case that cannot be written to, by their versions. */
export type Unsaved = Map<string, CountedSource>;

/**
 * Counts the requests of published sources whose cells are neither stored nor among `unsaved`, and stores the cells;
 * those of a case that cannot be written to are put into `unsaved`. What was done stays when it is cancelled.
 * @throws StillwatchError CANCELLED
 */
export async function prepareCells(open: Case, unsaved: Unsaved, job: Job): Promise<void> {
  const sources = requestSources(open.db);
  for (const version of unsaved.keys())
    if (!sources.some((source) => source.version === version)) unsaved.delete(version);
  const missing = sources.filter(({ stored, version }) => !stored && !unsaved.has(version));
  const total = missing.reduce((sum, { rows }) => sum + rows, 0);
  const startMs = performance.now();
  let done = 0;
  for (const source of missing) {
    const cells = await buildInThread(open.access(), source.id, job.signal, (read) => {
      const now = done + read;
      const perSecond = (now / (performance.now() - startMs)) * 1000;
      job.progress({ stage: 'counting requests', done: now, total, unit: 'rows', perSecond });
    });
    done += source.rows;
    if (open.readOnly || !(await isStored(open, source, cells, job))) unsaved.set(source.version, cells);
  }
}

/** False where there is no room for it. */
async function isStored(open: Case, source: RequestSource, cells: CountedSource, job: Job): Promise<boolean> {
  try {
    for (const _ of storeCells(open.db, source, cells)) {
      await setImmediate();
      throwIfCancelled(job);
    }
    return true;
  } catch (error) {
    if (cannotWrite(error, '') === error) throw error;
    return false;
  }
}
