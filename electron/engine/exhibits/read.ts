import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { listRecords, readRecord } from '../records/read.ts';
import { type DataState, dataState } from './data-state.ts';
import { type Checks, checkOf, readChecks, toLastCheck } from './last-checks.ts';

type Exhibit = readonly [string, RecordBody<'exhibit'>];

/** By id of the finding, in their order. */
export function exhibitsByFinding(db: Database): Map<string, Exhibit[]> {
  const found = new Map<string, Exhibit[]>();
  for (const exhibit of listRecords(db, 'exhibit')) {
    const own = found.get(exhibit[1].finding) ?? [];
    found.set(exhibit[1].finding, own);
    own.push(exhibit);
  }
  // Sorting is stable, so exhibits of one order stay by id.
  for (const own of found.values()) own.sort(([, one], [, other]) => one.order - other.order);
  return found;
}

/** In their order. */
export function exhibitsOf(db: Database, finding: string): Exhibit[] {
  return exhibitsByFinding(db).get(finding) ?? [];
}

/** Whoever lists several reads the data state and the checks once. */
export function pinnedExhibit(
  open: Case,
  [id, exhibit]: Exhibit,
  now: DataState = dataState(open.db),
  checks: Checks = readChecks(open),
): PinnedExhibit {
  return {
    id,
    ...exhibit,
    lastCheck: toLastCheck(checkOf(checks, id, exhibit, now)),
    dataChanged: exhibit.dataHash !== now.dataHash,
  };
}

/** @throws StillwatchError NOT_FOUND */
export function mustReadExhibit(db: Database, id: string): RecordBody<'exhibit'> {
  const found = readRecord(db, 'exhibit', id);
  if (found) return found;
  throw new StillwatchError('NOT_FOUND', 'This exhibit is no longer pinned. Nothing was changed.');
}

/** @throws StillwatchError NOT_FOUND */
export function readPicture(db: Database, id: string): string | null {
  const { picture } = mustReadExhibit(db, id);
  return picture === null ? null : (readRecord(db, 'picture', picture)?.svg ?? null);
}
