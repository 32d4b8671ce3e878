import type { Database } from '../../case/database.ts';

const ROWS_PER_SLICE = 4096;

/** Removes some account records or events of an unpublished source; returns how many, 0 when none are left. */
export function removeTableSlice(db: Database, sourceId: number): number {
  return removeRecords(db, sourceId) || removeEvents(db, sourceId);
}

function removeRecords(db: Database, sourceId: number): number {
  const last = lastOfSlice(db, 'account_record', sourceId);
  if (last === undefined) return 0;
  const carried = db
    .prepare('SELECT DISTINCT identifier_id FROM account_identifier WHERE source_id = ? AND row <= ?')
    .pluck()
    .all(sourceId, last) as number[];
  db.prepare('DELETE FROM account_identifier WHERE source_id = ? AND row <= ?').run(sourceId, last);
  const forget = db.prepare(
    'DELETE FROM identifier WHERE id = @id AND NOT EXISTS (SELECT 1 FROM account_identifier WHERE identifier_id = @id)',
  );
  for (const id of carried) forget.run({ id });
  return db.prepare('DELETE FROM account_record WHERE source_id = ? AND row <= ?').run(sourceId, last)
    .changes;
}

function removeEvents(db: Database, sourceId: number): number {
  const last = lastOfSlice(db, 'context_event', sourceId);
  if (last === undefined) return 0;
  return db.prepare('DELETE FROM context_event WHERE source_id = ? AND row <= ?').run(sourceId, last).changes;
}

/** Row number of the last of the source's next rows; undefined when it has none. */
function lastOfSlice(db: Database, table: 'account_record' | 'context_event', sourceId: number) {
  return db
    .prepare(
      `SELECT max(row) FROM (SELECT row FROM ${table} WHERE source_id = ? ORDER BY row LIMIT ?) HAVING count(*) > 0`,
    )
    .pluck()
    .get(sourceId, ROWS_PER_SLICE) as number | undefined;
}
