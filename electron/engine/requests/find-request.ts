import type { Database } from '../case/database.ts';
import { ACCOUNT_COLUMN, ROW_COLUMN } from './columns.ts';
import { readNumbers } from './read-chunk.ts';

/** Where one request lies. */
export interface FoundRequest {
  readonly sourceId: number;
  readonly chunk: number;
  readonly rows: number;
  readonly index: number;
  readonly account: string;
}

/** The stored request that was record `row` of the source with this SHA-256; undefined when there is none. */
export function findRequest(db: Database, sha256: string, row: number): FoundRequest | undefined {
  const chunks = db
    .prepare(
      `SELECT k.id, k.source_id, k.rows FROM request_chunk k JOIN source s ON s.id = k.source_id
       WHERE s.sha256 = ? AND s.published = 1 AND k.first_row <= ? AND k.last_row >= ?`,
    )
    .raw()
    .iterate(sha256, row, row) as Iterable<[number, number, number]>;
  for (const [chunk, sourceId, rows] of [...chunks]) {
    const index = readNumbers(db, chunk, ROW_COLUMN, rows).indexOf(row);
    if (index < 0) continue;
    const accountId = readNumbers(db, chunk, ACCOUNT_COLUMN, rows)[index];
    const account = db
      .prepare('SELECT external_id FROM account WHERE id = ?')
      .pluck()
      .get(accountId) as string;
    return { sourceId, chunk, rows, index, account };
  }
  return undefined;
}
