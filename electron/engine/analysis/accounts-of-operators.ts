import type { Database } from '../case/database.ts';

/** Ids in the case of the accounts of operators, ascending; an account that is no longer in the case has none. */
export function accountsOfOperators(db: Database, ids: readonly string[]): Uint32Array {
  const found = db
    .prepare(
      `SELECT DISTINCT a.id FROM analysis_operator o, json_each(o.body, '$.accounts') m
       JOIN account a ON a.external_id = m.value
       WHERE o.id IN (SELECT value FROM json_each(?)) ORDER BY a.id`,
    )
    .pluck()
    .all(JSON.stringify(ids)) as number[];
  return Uint32Array.from(found);
}
