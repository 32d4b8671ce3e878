import { setImmediate } from 'node:timers/promises';
import type { Database } from '../case/database.ts';
import { ID_HASH_COLUMNS, ROW_HASH_COLUMNS } from '../requests/columns.ts';
import { readNumbers } from '../requests/read-chunk.ts';

/**
 * Request ids of all published sources, each with the hash of its row, in pieces: four 32-bit numbers a request, upper
 * and lower half of the id's hash, then of the row's. Gives way between pieces.
 */
export async function knownRequests(db: Database): Promise<Uint32Array[]> {
  const chunks = db
    .prepare(
      'SELECT k.id, k.rows FROM request_chunk k JOIN source s ON s.id = k.source_id WHERE s.published = 1',
    )
    .raw()
    .all() as [number, number][];
  const pieces: Uint32Array[] = [];
  for (const [chunk, rows] of chunks) {
    const columns = [...ID_HASH_COLUMNS, ...ROW_HASH_COLUMNS].map((column) =>
      readNumbers(db, chunk, column, rows),
    );
    const known = new Uint32Array(4 * rows);
    let used = 0;
    for (let i = 0; i < rows; i++) {
      if (Number.isNaN(columns[0][i])) continue;
      for (const values of columns) known[used++] = values[i];
    }
    pieces.push(known.slice(0, used));
    await setImmediate();
  }
  return pieces;
}

/** The two seeds of the case's row hashes. */
export function hashSeed(db: Database): readonly [number, number] {
  return db.prepare('SELECT high, low FROM hash_seed').raw().get() as [number, number];
}
