import type { Database } from '../case/database.ts';
import { ACCOUNT_COLUMN, ROW_COLUMN, TIME_COLUMN } from '../requests/columns.ts';
import { readNumbers, readPrompts } from '../requests/read-chunk.ts';

/** Rows of a chunk that have one of the texts asked for. */
export interface Occurrences {
  readonly sha256: string;
  /** Per row found: which of the texts asked for it has, from 0, and what the chunk says of it. */
  readonly which: readonly number[];
  readonly accounts: readonly number[];
  readonly timeUs: readonly number[];
  readonly rows: readonly number[];
}

/** At most this many texts can be asked for at once. */
export const MAX_WANTED = 254;

/**
 * Every request of a published source that has one of `wanted` texts, chunk by chunk. It passes over all chunks,
 * of which it decodes one column, until it has found `total` requests.
 */
export function* occurrences(db: Database, wanted: readonly number[], total: number): Iterable<Occurrences> {
  if (wanted.length > MAX_WANTED) throw new RangeError(`At most ${MAX_WANTED} texts can be looked for.`);
  const first = Math.min(...wanted);
  const last = Math.max(...wanted);
  // 1 + the place in `wanted`, by the text's number: one look per row.
  const places = new Uint8Array(last - first + 1);
  wanted.forEach((id, place) => {
    places[id - first] = place + 1;
  });
  const chunks = db
    .prepare(
      `SELECT k.id, k.rows, s.sha256 FROM request_chunk k JOIN source s ON s.id = k.source_id
       WHERE s.published = 1 ORDER BY k.id`,
    )
    .raw()
    .all() as [number, number, string][];
  let left = total;
  for (const [chunk, rows, sha256] of chunks) {
    if (left <= 0) return;
    const prompts = readPrompts(db, chunk, rows);
    if (!prompts || !('numbers' in prompts)) continue;
    const { numbers } = prompts;
    const found: number[] = [];
    // No comparison holds for NaN, which stands where a request has no text.
    for (let i = 0; i < rows; i++) {
      if (numbers[i] >= first && numbers[i] <= last && places[numbers[i] - first] > 0) found.push(i);
    }
    if (found.length === 0) continue;
    left -= found.length;
    const take = (column: number) => {
      const values = readNumbers(db, chunk, column, rows);
      return found.map((i) => values[i]);
    };
    yield {
      sha256,
      which: found.map((i) => places[numbers[i] - first] - 1),
      accounts: take(ACCOUNT_COLUMN),
      timeUs: take(TIME_COLUMN),
      rows: take(ROW_COLUMN),
    };
  }
}
