import type { LastCheck, Rerun } from '../../../shared/contract/exhibits.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import { canonicalJson } from '../canonical-json.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { nowUs } from '../clock.ts';
import { type DataState, isSameFor } from './data-state.ts';

interface Check {
  /** Of the exhibit as it was pinned when it was checked. */
  readonly resultHash: string;
  /** What it was worked out from. */
  readonly of: DataState;
  readonly atUs: number;
  readonly rerun: Rerun;
}

/** What the last working out of each exhibit found, by id of the exhibit. */
export type Checks = ReadonlyMap<string, Check>;

/** Those of cases that cannot be written, as long as they are open. */
const unwritten = new WeakMap<Case, Map<string, Check>>();

/**
 * Keeps what working an exhibit out again found, in place of what was found before.
 * @param of what it was worked out from
 * @throws StillwatchError DISK_FULL, BUSY
 */
export function rememberCheck(
  open: Case,
  id: string,
  { resultHash }: RecordBody<'exhibit'>,
  of: DataState,
  rerun: Rerun,
): void {
  const check: Check = { resultHash, of, atUs: nowUs(), rerun };
  if (open.readOnly === null) store(open.db, id, check);
  else {
    const own = unwritten.get(open) ?? new Map<string, Check>();
    unwritten.set(open, own.set(id, check));
  }
}

function store(db: Database, id: string, { resultHash, of, atUs, rerun }: Check): void {
  try {
    db.prepare(
      `REPLACE INTO exhibit_check (exhibit, result_hash, data_hash, analysis, at_us, body)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(id, resultHash, of.dataHash, of.analysis, atUs, canonicalJson(rerun));
  } catch (error) {
    throw cannotWrite(error, 'What the check of an exhibit found was not kept.');
  }
}

export function readChecks(open: Case): Checks {
  return new Map([...stored(open.db), ...(unwritten.get(open) ?? [])]);
}

function stored(db: Database): [string, Check][] {
  // A case that cannot be written keeps its older schema.
  if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'exhibit_check'").get()) return [];
  const rows = db
    .prepare('SELECT exhibit, result_hash, data_hash, analysis, at_us, body FROM exhibit_check')
    .raw()
    .all() as [string, string, string, string, number, string][];
  return rows.map(([id, resultHash, dataHash, analysis, atUs, body]) => [
    id,
    { resultHash, of: { dataHash, analysis }, atUs, rerun: JSON.parse(body) as Rerun },
  ]);
}

/** null where the exhibit was not worked out from the data as they are now. */
export function checkOf(
  checks: Checks,
  id: string,
  exhibit: RecordBody<'exhibit'>,
  now: DataState,
): Check | null {
  const found = checks.get(id);
  const holds = found?.resultHash === exhibit.resultHash && isSameFor(exhibit.query, found.of, now);
  return holds ? found : null;
}

export function toLastCheck(check: Check | null): LastCheck | null {
  return check && { ...check.rerun, atUs: check.atUs };
}

/**
 * Whether data or analysis changed since the exhibit was last worked out, or else pinned. One that another copy pinned
 * from the same data is not called changed, nor is it checked.
 */
export function isDue(checks: Checks, id: string, exhibit: RecordBody<'exhibit'>, now: DataState): boolean {
  if (checkOf(checks, id, exhibit, now)) return false;
  const known = checks.get(id)?.resultHash === exhibit.resultHash;
  return known || exhibit.dataHash !== now.dataHash;
}
