import type { Database } from '../../case/database.ts';

/** Inserts rows with these columns; what a row has beside them is passed over. @returns the id of the row */
export function insertOf(
  db: Database,
  table: string,
  columns: readonly string[],
): (row: Readonly<Record<string, unknown>>) => number {
  const places = columns.map(() => '?').join(', ');
  const insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
  return (row) => Number(insert.run(columns.map((name) => row[name] ?? null)).lastInsertRowid);
}
