import {
  type CohortDecisions,
  type CohortRule,
  DEFAULT_COHORT_RULE,
} from '../../../shared/contract/cohorts.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from '../case/database.ts';

/** What people have decided about cohorts up to now. */
export function cohortDecisions(db: Database): CohortDecisions {
  return {
    rule: cohortRuleOf(db) ?? DEFAULT_COHORT_RULE,
    moved: db.prepare('SELECT account, cohort FROM cohort_move ORDER BY account').all() as {
      account: string;
      cohort: string;
    }[],
    leftOut: db.prepare('SELECT account FROM cohort_left_out ORDER BY account').pluck().all() as string[],
    reference: db
      .prepare(
        'SELECT sha256 FROM source WHERE published = 1 AND sha256 IN (SELECT sha256 FROM reference_source) ORDER BY sha256',
      )
      .pluck()
      .all() as string[],
  };
}

/** The rule that a person set; null where the default stands. */
export function cohortRuleOf(db: Database): CohortRule | null {
  const row = db.prepare('SELECT traits, least_members AS least FROM cohort_rule').get() as
    | { traits: string; least: number }
    | undefined;
  return row ? { traits: JSON.parse(row.traits), leastMembers: row.least } : null;
}

const UNTOUCHED = canonicalJson({ rule: DEFAULT_COHORT_RULE, moved: [], leftOut: [], reference: [] });

/** Whether anything was decided: else an analysis is what it was before there were decisions. */
export function isDecided(decisions: CohortDecisions): boolean {
  return canonicalJson(decisions) !== UNTOUCHED;
}
