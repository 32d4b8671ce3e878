import { setImmediate } from 'node:timers/promises';
import type { Case } from '../case/case.ts';
import { sourcesVersion } from '../case/versions.ts';
import { type Job, throwIfCancelled } from '../jobs/job.ts';
import { AccountsOfCase } from './accounts-of-case.ts';
import type { SourceCells } from './build-cells.ts';
import { type CellIndex, indexCells } from './cell-index.ts';
import { type Examined, examinedReader } from './examined.ts';
import { prepareCells, type Unsaved } from './prepare.ts';
import { viewStep } from './step-table.ts';
import { readCells, requestSources } from './store.ts';

/** What all filters of a case are answered from, as long as no source comes or goes. */
export interface FilterData {
  /** Of the sources it was made from. */
  readonly version: string;
  readonly accounts: AccountsOfCase;
  readonly index: CellIndex;
  /** The accounts that counts of the case are of, as they are now. */
  examined(): Examined;
}

/** Counts what is not counted yet, and reads it all into memory, giving way to other calls. @throws StillwatchError CANCELLED */
export function loadFilterData(open: Case, unsaved: Unsaved, job: Job): Promise<FilterData> {
  return open.during(job, async (running) => {
    const pause = async () => {
      await setImmediate();
      throwIfCancelled(running);
    };
    for (;;) {
      await prepareCells(open, unsaved, running);
      const { db } = open;
      const version = sourcesVersion(db);
      const sources = requestSources(db);
      // One that was published since the last was counted.
      if (sources.some((source) => !source.stored && !unsaved.has(source.version))) continue;
      const accounts = new AccountsOfCase(db);
      const cells: SourceCells[] = [];
      for (const source of sources) {
        await pause();
        cells.push(unsaved.get(source.version) ?? readCells(db, source.id));
        if (sourcesVersion(db) !== version) break;
      }
      if (sourcesVersion(db) !== version) continue;
      await pause();
      const index = indexCells(cells, accounts.count, (id) => accounts.place(id));
      await pause();
      const examined = examinedReader(db, accounts, index);
      examined().steps(viewStep(index));
      return { version, accounts, index, examined };
    }
  });
}
