import type { Database } from '../case/database.ts';
import { cohortDecisions } from './decisions.ts';

/**
 * Numbers of the accounts of the benign reference: those all of whose requests, or without any all of whose records,
 * come from the given sources. An account that any other source knows requests of is under examination, so that a mark
 * on one file hides nobody that another file shows.
 * @param marked SHA-256 of the sources that are benign reference; those marked now, if not given.
 */
export function referenceAccounts(
  db: Database,
  marked: readonly string[] = cohortDecisions(db).reference,
): ReadonlySet<number> {
  if (marked.length === 0) return new Set();
  const found = db
    .prepare(
      `WITH marked AS (SELECT id FROM source WHERE published = 1 AND sha256 IN (SELECT value FROM json_each(?)))
       SELECT account_id FROM account_total GROUP BY account_id HAVING min(source_id IN marked)
       UNION
       SELECT r.account_id FROM account_record r JOIN source s ON s.id = r.source_id AND s.published = 1
       WHERE r.account_id NOT IN (SELECT account_id FROM account_total)
       GROUP BY r.account_id HAVING min(r.source_id IN marked)`,
    )
    .pluck()
    .all(JSON.stringify(marked)) as number[];
  return new Set(found);
}

/** How many accounts have requests both in sources of the reference and in others: they are under examination. */
export function countInBoth(db: Database): number {
  const marked = cohortDecisions(db).reference;
  if (marked.length === 0) return 0;
  return db
    .prepare(
      `WITH marked AS (SELECT id FROM source WHERE published = 1 AND sha256 IN (SELECT value FROM json_each(?)))
       SELECT count(*) FROM (SELECT 1 FROM account_total GROUP BY account_id
                             HAVING min(source_id IN marked) = 0 AND max(source_id IN marked) = 1)`,
    )
    .pluck()
    .get(JSON.stringify(marked)) as number;
}

/** Whether any account under examination has requests. */
export function hasExamined(db: Database, marked: readonly string[]): boolean {
  const reference = referenceAccounts(db, marked);
  const rows = db.prepare('SELECT DISTINCT account_id FROM account_total').pluck().iterate();
  for (const id of rows as Iterable<number>) if (!reference.has(id)) return true;
  return false;
}
