import type { CohortDecisions } from '../../../shared/contract/cohorts.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from '../case/database.ts';
import type { FoundCohort } from './output.ts';

/** Puts the cohorts of a finished analysis, and what it was given, in the place of those before. */
export function storeCohorts(
  db: Database,
  decisions: CohortDecisions,
  cohorts: readonly FoundCohort[],
): void {
  db.prepare('DELETE FROM analysis_cohort_member').run();
  db.prepare('DELETE FROM analysis_cohort').run();
  db.prepare('UPDATE analysis_run SET cohorts = ?').run(canonicalJson(decisions));
  const put = db.prepare('INSERT INTO analysis_cohort (rank, name, body) VALUES (?, ?, ?)');
  const add = db.prepare(
    `INSERT INTO analysis_cohort_member (cohort, place, account, requests, shapes, compared, fallback)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  cohorts.forEach(({ cohort, members }, rank) => {
    put.run(rank, cohort.name, canonicalJson(cohort));
    members.forEach(({ account, requests, shapes, compared, fallback }, place) => {
      add.run(rank, place, account, requests, Number(shapes), Number(compared), Number(fallback));
    });
  });
}
