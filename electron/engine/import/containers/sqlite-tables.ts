import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { type Database, openForeignDatabase, sqliteCode } from '../../case/database.ts';
import { fieldOf } from '../field-names.ts';
import { openForBytes } from './byte-file.ts';
import type { PartList } from './parts.ts';

/** Bytes 18 and 19 of a database say 2 when it is in write-ahead mode. */
const MODE_AT = 18;
const WRITE_AHEAD = 2;

/**
 * The table of a database that has most of a request's fields; the others are refused.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED
 */
export async function listTables(path: string, name: string, sizeBytes: number): Promise<PartList> {
  const db = await openSqlite(path);
  try {
    const tables = readFrom(() =>
      (
        db
          .prepare(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#' ORDER BY name",
          )
          .pluck()
          .all() as string[]
      ).map((table) => ({ table, score: tableColumns(db, table).filter(fieldOf).length })),
    );
    const [best, ...others] = tables.sort((a, b) => b.score - a.score);
    if (!best)
      throw new StillwatchError('NOT_A_LOG', 'This SQLite database holds no table. Nothing was imported.');
    return {
      parts: [{ name: `${name}/${best.table}`, path, entry: null, table: best.table, sizeBytes }],
      refused: others.map(({ table }) => ({
        name: `${name}/${table}`,
        reason: `Of this database the table "${best.table}" is read`,
      })),
    };
  } finally {
    db.close();
  }
}

/** @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED */
export async function openSqlite(path: string): Promise<Database> {
  const file = await openForBytes(path);
  const mode = await file.read(MODE_AT, 2).finally(() => file.close());
  if (mode.includes(WRITE_AHEAD))
    throw new StillwatchError(
      'NOT_A_LOG',
      'This SQLite database is in write-ahead mode, and reading it would change files beside it. Nothing was imported. Make a copy with VACUUM INTO and import that.',
    );
  return readFrom(() => openForeignDatabase(path));
}

/** The names of a table's columns, as they are read. */
export function tableColumns(db: Database, table: string): string[] {
  return db
    .prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden IN (0, 2, 3)')
    .pluck()
    .all(table) as string[];
}

/** What the reading gives, with what the database library says told for people. */
export function readFrom<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
    throw new StillwatchError(
      'SOURCE_DAMAGED',
      'The SQLite database is damaged, encrypted or in use. Nothing of it was kept.',
    );
  }
}
