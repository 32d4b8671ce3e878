import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { type Database, openForeignDatabase, sqliteCode } from '../../case/database.ts';
import { fieldOf } from '../field-names.ts';
import { openForBytes } from './byte-file.ts';

/** Bytes 18 and 19 of a database say 2 when it is in write-ahead mode. */
const MODE_AT = 18;
const WRITE_AHEAD = 2;

/**
 * The tables of a database, the one with most of a request's fields first.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED
 */
export async function tablesOf(path: string): Promise<string[]> {
  const db = await openSqlite(path);
  try {
    return readFrom(() =>
      plainTables(db).map((table) => ({ table, score: tableColumns(db, table).filter(fieldOf).length })),
    )
      .sort((a, b) => b.score - a.score)
      .map(({ table }) => table);
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

/**
 * Tables with rows of their own, by name; not those in which a virtual table keeps what it is made of. The list that
 * SQLite itself gives would take every view apart, and a few views of views are made to take for ever.
 */
function plainTables(db: Database): string[] {
  const tables = db
    .prepare(
      "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#' ORDER BY name",
    )
    .raw()
    .all() as [name: string, page: number][];
  const virtual = new Set(tables.filter(([, page]) => page === 0).map(([name]) => name));
  const isShadow = (name: string) =>
    [...name.matchAll(/_/g)].some(({ index }) => virtual.has(name.slice(0, index)));
  return tables.filter(([name, page]) => page > 0 && !isShadow(name)).map(([name]) => name);
}

/** The names of a table's columns, as they are read. */
export function tableColumns(db: Database, table: string): string[] {
  return db
    .prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden IN (0, 2, 3)')
    .pluck()
    .all(table) as string[];
}

/** What a check says of values and indexes, which is no damage of the table's pages. */
const NO_DAMAGE =
  /^(?:ok$|\S+ value in |CHECK constraint failed|row \d+ missing|non-unique entry|wrong # of entries|rowid not at end|index )/;

/**
 * Looks through the pages of a table once, as far as to a first fault: a page that is pointed to twice gives its rows
 * again and again.
 * @throws StillwatchError SOURCE_DAMAGED
 */
export function checkTable(db: Database, table: string): void {
  const faults = db.prepare('SELECT * FROM pragma_quick_check(?)').pluck().all(table) as string[];
  if (!faults.every((fault) => NO_DAMAGE.test(fault))) throw damagedDatabase();
}

export function damagedDatabase(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'The SQLite database is damaged, encrypted or in use. Nothing of it was kept.',
  );
}

/** What the reading gives, with what the database library says told for people. */
export function readFrom<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
    throw damagedDatabase();
  }
}
