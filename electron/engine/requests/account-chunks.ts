import type { Database } from '../case/database.ts';
import { ACCOUNT_COLUMN, TIME_COLUMN } from './columns.ts';
import { readNumbers } from './read-chunk.ts';

/** A stretch of one chunk that holds rows of one account, ascending by time. */
export interface AccountStretch {
  readonly chunk: number;
  readonly sourceId: number;
  /** Rows in the chunk; the account's are [from, to). */
  readonly rows: number;
  readonly from: number;
  readonly to: number;
  readonly timeUs: Float64Array;
}

/**
 * Where an account's rows lie, in published sources, found by index: cost grows with the account.
 * @param singles whether only single requests are wanted, not rows that count a time or stand for a conversation.
 */
export function* accountStretches(
  db: Database,
  accountId: number,
  singles = false,
): Iterable<AccountStretch> {
  const chunks = db
    .prepare(
      `SELECT k.id, k.source_id, k.rows, k.first_account, k.last_account
       FROM request_chunk k JOIN source s ON s.id = k.source_id
       WHERE k.first_account <= ? AND k.last_account >= ? AND s.published = 1${singles ? " AND s.grain = 'request'" : ''}`,
    )
    .raw()
    .all(accountId, accountId) as [number, number, number, number, number][];
  for (const [chunk, sourceId, rows, firstAccount, lastAccount] of chunks) {
    let from = 0;
    let to = rows;
    if (firstAccount !== lastAccount) {
      const accounts = readNumbers(db, chunk, ACCOUNT_COLUMN, rows);
      from = lowerBound(accounts, accountId);
      to = lowerBound(accounts, accountId + 1);
      if (from === to) continue;
    }
    yield { chunk, sourceId, rows, from, to, timeUs: readNumbers(db, chunk, TIME_COLUMN, rows) };
  }
}

/** First index of ascending `values` with a value of at least `wanted`. */
function lowerBound(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
