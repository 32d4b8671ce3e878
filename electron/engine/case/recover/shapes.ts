import { type Database, openDatabase } from '../database.ts';
import { MIGRATIONS } from '../migrate.ts';
import type { Value } from './row.ts';

export interface ColumnShape {
  readonly name: string;
  /** As STRICT tables have it: INTEGER, REAL, TEXT, BLOB, or '' for any. */
  readonly type: string;
  readonly notNull: boolean;
}

export interface IndexShape {
  readonly name: string;
  /** Places of its columns among those of the table; the rowid is -1, what is worked out from a row -2. */
  readonly columns: readonly number[];
  /** It leaves rows out, so it cannot tell which there were. */
  readonly partial: boolean;
}

/** How the rows of a table look in the file. */
export interface TableShape {
  readonly name: string;
  /** In the order in which a row has them there. */
  readonly columns: readonly ColumnShape[];
  readonly hasRowid: boolean;
  /** Place of the column that is the rowid, which stands in the row as NULL; -1 for none. */
  readonly alias: number;
  /** How many values a row may have: those of a version before this one have fewer. */
  readonly counts: ReadonlySet<number>;
  readonly indexes: readonly IndexShape[];
}

/** The tables of a case of a schema version, by name. */
export function shapesOf(version: number): ReadonlyMap<string, TableShape> {
  const known = made.get(version) ?? makeShapes(version);
  made.set(version, known);
  return known;
}

const made = new Map<number, ReadonlyMap<string, TableShape>>();

function makeShapes(version: number): ReadonlyMap<string, TableShape> {
  const db = openDatabase(':memory:', { key: null, mustExist: false });
  try {
    const counts = new Map<string, Set<number>>();
    for (const sql of MIGRATIONS.slice(0, version)) {
      db.exec(sql);
      for (const { name } of tablesOf(db)) {
        const seen = counts.get(name) ?? new Set();
        counts.set(name, seen.add(columnsOf(db, name).length));
      }
    }
    return new Map(
      tablesOf(db).map(({ name, wr }) => [name, shapeOf(db, name, wr === 0, counts.get(name) ?? new Set())]),
    );
  } finally {
    db.close();
  }
}

/** Whether values may be a row of the table, by their number and types. */
export function fits({ columns, counts, alias }: TableShape, values: readonly Value[]): boolean {
  if (!counts.has(values.length)) return false;
  return values.every((value, i) => (i === alias ? value === null : isOfType(value, columns[i])));
}

/** Whether values may be an entry of the index. */
export function fitsIndex({ columns }: TableShape, index: IndexShape, values: readonly Value[]): boolean {
  if (values.length !== index.columns.length) return false;
  return values.every((value, i) => {
    const at = index.columns[i];
    return at === -2 || (at === -1 ? typeof value === 'number' : isOfType(value, columns[at]));
  });
}

function isOfType(value: Value, { type, notNull }: ColumnShape): boolean {
  if (value === null) return !notNull;
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  if (type === 'INTEGER') return typeof value === 'bigint' || Number.isSafeInteger(value);
  if (type === 'REAL') return isNumber;
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'BLOB') return value instanceof Uint8Array;
  return true;
}

interface ListedTable {
  readonly name: string;
  readonly type: string;
  /** 1 for WITHOUT ROWID. */
  readonly wr: number;
}

function tablesOf(db: Database): ListedTable[] {
  const listed = db.pragma('main.table_list') as ListedTable[];
  return listed.filter(
    ({ name, type }) => (type === 'table' || type === 'shadow') && !name.startsWith('sqlite_'),
  );
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  /** Place in the primary key from 1; 0 for none. */
  readonly pk: number;
}

function columnsOf(db: Database, table: string): Column[] {
  return db.pragma(`main.table_info(${table})`) as Column[];
}

function shapeOf(db: Database, name: string, hasRowid: boolean, counts: ReadonlySet<number>): TableShape {
  const declared = columnsOf(db, name);
  // The rows of a table without a rowid begin with its primary key.
  const keyFirst = [...declared.filter(({ pk }) => pk > 0)].sort((a, b) => a.pk - b.pk);
  const ordered = hasRowid ? declared : [...keyFirst, ...declared.filter(({ pk }) => pk === 0)];
  const alias = hasRowid && keyFirst.length === 1 && keyFirst[0].type === 'INTEGER' ? keyFirst[0] : undefined;
  const columns = ordered.map(({ name, type, notnull, pk }) => ({
    name,
    type,
    notNull: notnull === 1 || (!hasRowid && pk > 0),
  }));
  const listed = db.pragma(`main.index_list(${name})`) as { name: string; origin: string; partial: number }[];
  const indexes = listed
    // The primary key of a table without a rowid is the table.
    .filter(({ origin }) => hasRowid || origin !== 'pk')
    .map((index) => ({
      name: index.name,
      partial: index.partial === 1,
      columns: (db.pragma(`main.index_xinfo(${index.name})`) as { name: string | null; cid: number }[]).map(
        ({ name, cid }) => (cid < 0 ? cid : columns.findIndex((column) => column.name === name)),
      ),
    }));
  return { name, columns, hasRowid, alias: alias ? ordered.indexOf(alias) : -1, counts, indexes };
}
