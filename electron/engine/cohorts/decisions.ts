import { type CohortDecisions, DEFAULT_COHORT_RULE } from '../../../shared/contract/cohorts.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from '../case/database.ts';
import { listRecords, readRecord } from '../records/read.ts';

/** What people have decided about cohorts up to now. */
export function cohortDecisions(db: Database): CohortDecisions {
  return {
    rule: readRecord(db, 'cohortRule', 'rule') ?? DEFAULT_COHORT_RULE,
    moved: listRecords(db, 'cohortMove').map(([account, { cohort }]) => ({ account, cohort })),
    leftOut: listRecords(db, 'cohortLeftOut').map(([account]) => account),
    reference: db
      .prepare(
        `SELECT sha256 FROM source WHERE published = 1
           AND sha256 IN (SELECT id FROM record WHERE kind = 'referenceSource') ORDER BY sha256`,
      )
      .pluck()
      .all() as string[],
  };
}

const UNTOUCHED = canonicalJson({ rule: DEFAULT_COHORT_RULE, moved: [], leftOut: [], reference: [] });

/** Whether anything was decided: else an analysis is what it was before there were decisions. */
export function isDecided(decisions: CohortDecisions): boolean {
  return canonicalJson(decisions) !== UNTOUCHED;
}
