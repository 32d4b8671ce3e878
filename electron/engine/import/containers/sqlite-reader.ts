import type { Database } from '../../case/database.ts';
import { type CellBatch, newBatch } from '../cells.ts';
import { distinctNames } from './container.ts';
import { MAX_RECORD_BYTES } from './csv-parser.ts';
import { markWrongBytes, roomFor } from './parsing.ts';
import type { ServedTable } from './serve-batches.ts';
import { checkTable, openSqlite, readFrom, tableColumns } from './sqlite-tables.ts';
import { bomb, isBomb } from './unpack.ts';

const TAB = 9;
const BATCH_ROWS = 1024;
/** A batch is handed on when it holds that much. */
const BATCH_BYTES = 4 * 1024 * 1024;

/** Stands for a value that is not loaded. */
const TOO_LONG = '\0too long';
const TOO_LONG_SQL = "char(0) || 'too long'";

type Value = string | bigint | number | Uint8Array | null;

/**
 * Opens a table of an SQLite database of `fileBytes`, in order of rowid. Whole numbers keep all their digits, bytes that
 * are no text become x'…'. The line of a record is its place in the table, from 1. What a file may bring SQLite to do
 * without end, so this runs on a thread that can be given up.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED
 */
export async function readTable(path: string, table: string, fileBytes: number): Promise<ServedTable> {
  const db = await openSqlite(path);
  const names = readFrom(() => tableColumns(db, table));
  return {
    columns: distinctNames(names),
    async *batches(progress) {
      try {
        readFrom(() => checkTable(db, table));
        progress();
        yield* tableBatches(db, table, names, fileBytes);
      } finally {
        db.close();
      }
    },
  };
}

function* tableBatches(
  db: Database,
  table: string,
  names: readonly string[],
  fileBytes: number,
): Generator<{ readonly batch: CellBatch; readonly share: number }> {
  const rows = readFrom(() => {
    const utf8 = db.pragma('encoding', { simple: true }) === 'UTF-8';
    const query = db.prepare(
      `SELECT ${names.map((name) => columnValue(name, utf8)).join(', ')} FROM ${quoted(table)}`,
    );
    return query.raw().safeIntegers().iterate() as IterableIterator<Value[]>;
  });
  let batch = newBatch(names.length, BATCH_ROWS);
  let used = 0;
  let line = 0;
  let totalBytes = 0;
  const take = () => {
    const taken = batch;
    markWrongBytes(taken, 'Bytes that are no UTF-8 text');
    // Pages that point to one page many times, and defaults that stand nowhere, give rows without end.
    totalBytes += used;
    if (isBomb(totalBytes, fileBytes)) throw bomb();
    batch = newBatch(names.length, BATCH_ROWS);
    used = 0;
    return { batch: taken, share: Math.min(1, totalBytes / fileBytes) };
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
    if (batch.rows === batch.capacity || used > BATCH_BYTES) yield take();
  }
  if (batch.rows > 0) yield take();
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
