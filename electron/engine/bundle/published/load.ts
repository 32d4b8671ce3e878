import type { Case } from '../../case/case.ts';
import type { Database } from '../../case/database.ts';
import type { Job } from '../../jobs/job.ts';
import { ANALYSIS_TABLES } from './analysis-tables.ts';
import { IMPORTED_TABLES } from './imported-tables.ts';
import { BadLine, type Lines } from './line-reader.ts';
import { loadCustody } from './load-custody.ts';
import { loadRequests } from './load-requests.ts';
import { loadTable } from './load-table.ts';
import { CUSTODY_PATH, REQUESTS_PATH, tablePath } from './paths.ts';
import type { Names } from './table.ts';
import { type TemporaryOptions, temporaryCase } from './temporary-case.ts';
import { WRITTEN_TABLES } from './written-tables.ts';

/** The lines of a published table by the path of its file in the bag; undefined where there is no such file. */
export type LinesOf = (path: string) => Lines | undefined;

/**
 * Makes a case from published tables. The same tables give a case that answers the same; closing it removes it. What it
 * reads may come from anybody: each line is checked, and the first that is not as it should be is told.
 * @throws StillwatchError BAD_BUNDLE, CANCELLED, FILE_UNWRITABLE, DISK_FULL
 */
export function loadPublished(lines: LinesOf, options: TemporaryOptions, job: Job): Promise<Case> {
  const read = (path: string): Lines => {
    const found = lines(path);
    if (found) return found;
    throw new BadLine(path, 'is missing');
  };
  return temporaryCase(options, async (db) => {
    const names = namesOf(db);
    for (const table of [...IMPORTED_TABLES, ...ANALYSIS_TABLES, ...WRITTEN_TABLES]) {
      const path = tablePath(table.name);
      await loadTable(table, path, read(path), names, job);
    }
    await loadRequests(REQUESTS_PATH, read(REQUESTS_PATH), names, job);
    await loadCustody(db, CUSTODY_PATH, read(CUSTODY_PATH));
  });
}

function namesOf(db: Database): Names {
  const ids = { source: new Map(), account: new Map(), template: new Map(), cohort: new Map() } as const;
  return {
    db,
    id(of, name) {
      const id: number | undefined = ids[of].get(name);
      if (id === undefined) throw new RangeError(`a ${of} that is not there`);
      return id;
    },
    name: (of, name, id) => void ids[of].set(name, id),
  };
}
