import { type Database, sqliteCode } from '../database.ts';
import { readRow, type Value } from './row.ts';
import { fits, type TableShape } from './shapes.ts';
import { strayRows, type TableDamage } from './survey.ts';
import type { Trees } from './walk-tree.ts';

export interface CopiedTable {
  readonly damage: TableDamage;
  kept: number;
  /** Rows that are there and make no sense: not of the table's types, or refused by its constraints. */
  refused: number;
  /** Of rows kept. */
  readonly rowids: Set<number>;
  /** Of rows refused. */
  readonly refusedRowids: number[];
}

/** Takes one row of a table; throws or gives false where it cannot be kept. */
export type PutRow = (rowid: number, values: readonly Value[]) => boolean;

/**
 * Reads every row of a table that can be read: those of its tree, those of pages that nothing leads to any more, and
 * those that an index holds in full.
 */
export function copyTable(trees: Trees, damage: TableDamage, put: PutRow): CopiedTable {
  const { shape, root, strays } = damage;
  const copied: CopiedTable = { damage, kept: 0, refused: 0, rowids: new Set(), refusedRowids: [] };
  const take = (rowid: number, values: readonly Value[] | undefined) => {
    if (values && fits(shape, values) && puts(put, rowid, withRowid(shape, rowid, values))) {
      copied.kept++;
      if (shape.hasRowid) copied.rowids.add(rowid);
    } else {
      copied.refused++;
      copied.refusedRowids.push(rowid);
    }
  };
  if (root !== undefined)
    trees.walk(root, shape.hasRowid, {
      row: (rowid, bytes) => take(rowid, readRow(bytes)),
      hole: () => undefined,
      cut: () => undefined,
    });
  for (const number of strays) {
    const page = trees.stray(number);
    trees.reached[number] = 1;
    for (const { rowid, values } of page ? strayRows(trees, page, true) : []) take(rowid, values);
  }
  return copied;
}

/** The rows that were there by an index that is whole: rowid and the values the index has; undefined without one. */
export function rowsByIndex(
  trees: Trees,
  { shape, whole }: TableDamage,
): Map<number, Map<number, Value>> | undefined {
  if (!whole || !shape.hasRowid) return undefined;
  const rows = new Map<number, Map<number, Value>>();
  trees.walk(whole.root, false, {
    row: (_, bytes) => {
      const values = readRow(bytes);
      const rowid = values?.[whole.columns.indexOf(-1)];
      if (!values || typeof rowid !== 'number') return;
      rows.set(rowid, new Map(whole.columns.flatMap((at, i) => (at >= 0 ? [[at, values[i]]] : []))));
    },
    hole: () => undefined,
    cut: () => undefined,
  });
  return rows;
}

/** How many rows there were by an index of a table without rowids; undefined where that cannot be told. */
export function countByIndex(trees: Trees, { whole }: TableDamage): number | undefined {
  if (!whole) return undefined;
  let count = 0;
  trees.walk(whole.root, false, { row: () => count++, hole: () => undefined, cut: () => undefined });
  return count;
}

/** The column that is the rowid stands in the file as NULL. */
function withRowid({ alias }: TableShape, rowid: number, values: readonly Value[]): readonly Value[] {
  return alias < 0 ? values : values.with(alias, rowid);
}

/** A row that the case's own constraints refuse is none that was ever in it. */
function puts(put: PutRow, rowid: number, values: readonly Value[]): boolean {
  try {
    return put(rowid, values);
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') || error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Puts rows into the table of the same name, one statement for each number of values. */
export function insertInto(db: Database, { name, columns, hasRowid, alias }: TableShape): PutRow {
  const statements = new Map<number, { run(...values: Value[]): { changes: number } }>();
  const withOwn = hasRowid && alias < 0;
  return (rowid, values) => {
    let statement = statements.get(values.length);
    if (!statement) {
      const names = columns.slice(0, values.length).map((column) => column.name);
      const all = withOwn ? ['rowid', ...names] : names;
      statement = db.prepare(
        `INSERT OR IGNORE INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
      );
      statements.set(values.length, statement);
    }
    const bound = (withOwn ? [rowid, ...values] : values).map(exact);
    return statement.run(...bound).changes === 1;
  };
}

/** The driver takes any number for a real one, of which a column of whole numbers takes 53 bits. */
function exact(value: Value): Value {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** Whether anything of a table is gone. */
export function isBroken({ damage: { holes, cut }, refused }: CopiedTable): boolean {
  return holes.length + cut.length + refused > 0;
}
