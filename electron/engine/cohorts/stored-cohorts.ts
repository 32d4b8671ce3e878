import type {
  AccountCohort,
  Cohort,
  CohortDecisions,
  CohortList,
  CohortMember,
  CohortRow,
} from '../../../shared/contract/cohorts.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { mustFindAccount } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';
import { cohortDecisions } from './decisions.ts';
import { countInBoth, referenceAccounts } from './reference-accounts.ts';

export function readCohorts(db: Database): CohortList {
  const used = db.prepare('SELECT cohorts FROM analysis_run').pluck().get() as string | null | undefined;
  const accounts = db.prepare('SELECT count(*) FROM account').pluck().get() as number;
  const reference = referenceAccounts(db).size;
  return {
    decisions: cohortDecisions(db),
    used: used ? (JSON.parse(used) as CohortDecisions) : null,
    examined: accounts - reference,
    reference,
    both: countInBoth(db),
    cohorts: used ? cohortRows(db) : null,
  };
}

function cohortRows(db: Database): CohortRow[] {
  const bodies = db.prepare('SELECT body FROM analysis_cohort ORDER BY rank').pluck().all() as string[];
  return bodies.map((body) => rowOf(JSON.parse(body)));
}

function rowOf({ bands: _, ...row }: Cohort): CohortRow {
  return row;
}

/** The cohort of that name in the last analysis; undefined where it made none. */
export function storedCohort(db: Database, name: string): Cohort | undefined {
  const body = db.prepare('SELECT body FROM analysis_cohort WHERE name = ?').pluck().get(name);
  return body === undefined ? undefined : (JSON.parse(body as string) as Cohort);
}

/** @throws StillwatchError NOT_FOUND */
export function readCohort(db: Database, name: string): Cohort {
  const found = storedCohort(db, name);
  if (!found)
    throw new StillwatchError(
      'NOT_FOUND',
      'The last analysis of this case made no such cohort. The list of cohorts shows those it made.',
    );
  return found;
}

/** @throws StillwatchError NOT_FOUND */
export function readMembers(
  db: Database,
  name: string,
  offset: number,
  limit: number,
): { total: number; members: CohortMember[] } {
  readCohort(db, name);
  const of = 'FROM analysis_cohort_member m JOIN analysis_cohort c ON c.rank = m.cohort WHERE c.name = ?';
  const rows = db
    .prepare(
      `SELECT m.account, m.requests, m.shapes, m.compared, m.fallback ${of} ORDER BY m.place LIMIT ? OFFSET ?`,
    )
    .all(name, limit, offset) as {
    account: string;
    requests: number;
    shapes: number;
    compared: number;
    fallback: number;
  }[];
  return {
    total: db.prepare(`SELECT count(*) ${of}`).pluck().get(name) as number,
    members: rows.map(({ account, requests, shapes, compared, fallback }) => ({
      account,
      requests,
      shapes: shapes === 1,
      compared: compared === 1,
      fallback: fallback === 1,
    })),
  };
}

/** @throws StillwatchError NOT_FOUND */
export function readAccountCohort(db: Database, account: string): AccountCohort {
  const id = mustFindAccount(db, account);
  const { moved, leftOut } = cohortDecisions(db);
  return {
    isReference: referenceAccounts(db).has(id),
    cohort: standing('compared'),
    fallback: standing('fallback'),
    moved: moved.find((one) => one.account === account)?.cohort ?? null,
    leftOut: leftOut.includes(account),
  };

  function standing(as: 'compared' | 'fallback'): CohortRow | null {
    const body = db
      .prepare(
        `SELECT c.body FROM analysis_cohort_member m JOIN analysis_cohort c ON c.rank = m.cohort
         WHERE m.account = ? AND m.${as} = 1`,
      )
      .pluck()
      .get(account) as string | undefined;
    return body === undefined ? null : rowOf(JSON.parse(body));
  }
}
