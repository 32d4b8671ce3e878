import type { Database } from '../../case/database.ts';
import { type CellBatch, newBatch } from '../cells.ts';
import { distinctNames, type Records } from './container.ts';
import type { Content } from './content.ts';
import { MAX_RECORD_BYTES } from './csv-parser.ts';
import { markWrongBytes, roomFor } from './parsing.ts';
import { openSqlite, readFrom, tableColumns } from './sqlite-tables.ts';

const TAB = 9;
const BATCH_ROWS = 1024;
/** A batch is handed on when it holds that much. */
const BATCH_BYTES = 4 * 1024 * 1024;

/** Stands for a value that is not loaded. */
const TOO_LONG = '\0too long';
const TOO_LONG_SQL = "char(0) || 'too long'";

type Value = string | bigint | number | Uint8Array | null;

/**
 * Opens a table of an SQLite database as records, in order of rowid. Whole numbers keep all their digits, bytes
 * that are no text become x'…'. The line of a record is its place in the table, from 1.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED
 */
export async function openTable(
  content: Content,
  path: string,
  table: string,
): Promise<Records & { close(): Promise<void> }> {
  const db = await openSqlite(path);
  const close = async () => {
    db.close();
  };
  try {
    const names = readFrom(() => tableColumns(db, table));

    async function* batches(): AsyncGenerator<CellBatch> {
      try {
        // The file is hashed in a pass of its own: SQLite reads its pages in any order.
        for await (const _ of content.blocks());
        yield* tableBatches(db, table, names);
      } finally {
        db.close();
      }
    }

    return { columns: distinctNames(names), format: `SQLite, table ${table}`, batches, close };
  } catch (error) {
    db.close();
    throw error;
  }
}

function* tableBatches(db: Database, table: string, names: readonly string[]): Generator<CellBatch> {
  const rows = readFrom(() => {
    const utf8 = db.pragma('encoding', { simple: true }) === 'UTF-8';
    const query = db.prepare(
      `SELECT ${names.map((name) => columnValue(name, utf8)).join(', ')} FROM ${quoted(table)}`,
    );
    return query.raw().safeIntegers().iterate() as IterableIterator<Value[]>;
  });
  const batch = newBatch(names.length, BATCH_ROWS);
  let used = 0;
  let line = 0;
  const clear = () => {
    batch.rows = 0;
    batch.problems.clear();
    used = 0;
  };
  for (let next = readFrom(() => rows.next()); !next.done; next = readFrom(() => rows.next())) {
    batch.recordStart[batch.rows] = used;
    next.value.forEach((value, column) => {
      if (value === TOO_LONG) batch.problems.set(batch.rows, 'A record longer than 16 MB');
      const bytes = bytesOf(value);
      batch.bytes = roomFor(batch.bytes, used, bytes.length + 1);
      batch.bytes.set(bytes, used);
      const cell = batch.rows * batch.columns + column;
      batch.start[cell] = used;
      used += bytes.length;
      batch.end[cell] = used;
      batch.bytes[used++] = TAB;
    });
    batch.recordEnd[batch.rows] = used - 1;
    batch.line[batch.rows++] = ++line;
    if (batch.rows === batch.capacity || used > BATCH_BYTES) {
      markWrongBytes(batch, 'Bytes that are no UTF-8 text');
      yield batch;
      clear();
    }
  }
  markWrongBytes(batch, 'Bytes that are no UTF-8 text');
  if (batch.rows > 0) yield batch;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Text comes as its bytes, so that what is no UTF-8 is seen and not replaced. Of values too long for any record
 * nothing is loaded.
 */
function columnValue(name: string, utf8: boolean): string {
  const column = quoted(name);
  const text = utf8 ? `CAST(${column} AS BLOB)` : column;
  return `CASE WHEN octet_length(${column}) > ${MAX_RECORD_BYTES} THEN ${TOO_LONG_SQL}
    WHEN typeof(${column}) = 'text' THEN ${text}
    WHEN typeof(${column}) = 'blob' THEN 'x''' || hex(${column}) || '''' ELSE ${column} END`;
}

function bytesOf(value: Value): Uint8Array {
  if (value === null) return new Uint8Array(0);
  return value instanceof Uint8Array ? value : Buffer.from(String(value));
}
