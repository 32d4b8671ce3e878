import type { Database } from '../case/database.ts';
import { ACCOUNT_COLUMN } from '../requests/columns.ts';
import { readNumbers } from '../requests/read-chunk.ts';
import type { Dataset } from './dataset.ts';
import type { PromptTexts } from './prompt-texts.ts';
import { RequestColumns, type RequestValues } from './request-columns.ts';
import { sortRows } from './sort-rows.ts';

/** A chunk of the request store. */
export interface Chunk {
  readonly id: number;
  readonly rows: number;
}

interface Accounts {
  /** Outside ids, ascending; those to stand last ascending behind them. */
  readonly names: readonly string[];
  /** Place of an account among them, by its number in the case. */
  readonly indexOf: Uint32Array;
}

/** A data set as it was read; no column of what requests say, so it is apart from those. */
export interface ReadDataset extends Dataset {
  /** Where each row was read: its place among the rows of `requestChunks`, one chunk after another. */
  readonly origin: Uint32Array;
}

/**
 * Reads all requests of published sources whose rows are single requests. Two cases with the same requests give
 * the same data set, whatever the order of rows in files and of files.
 * @param texts of the same case: their codes come first among the prompts, those of mere hashes behind them.
 * @param onChunk hears after each chunk how many rows are read.
 * @param last accounts, by their number in the case, that stand behind all others.
 */
export function readDataset(
  db: Database,
  texts: Pick<PromptTexts, 'codeOf' | 'count'>,
  onChunk: (rows: number) => void = () => {},
  last: ReadonlySet<number> = new Set(),
): ReadDataset {
  const accounts = readAccounts(db, last);
  const chunks = requestChunks(db);
  const from = countRows(db, chunks, accounts);
  const rows = from[accounts.names.length];
  const account = new Uint32Array(rows);
  for (let a = 0; a < accounts.names.length; a++) account.fill(a, from[a], from[a + 1]);
  const columns = readColumns(db, chunks, accounts, from, texts, onChunk);
  const data: ReadDataset = { rows, accounts: accounts.names, from, account, ...columns };
  sortRows(data);
  return data;
}

/** The columns with the rows of one account together, in the order of the chunks. */
function readColumns(
  db: Database,
  chunks: readonly Chunk[],
  { indexOf }: Accounts,
  from: Uint32Array,
  texts: Pick<PromptTexts, 'codeOf' | 'count'>,
  onChunk: (rows: number) => void,
): RequestValues & Pick<ReadDataset, 'origin'> {
  const columns = new RequestColumns(db, from[from.length - 1], texts);
  const origin = new Uint32Array(from[from.length - 1]);
  const next = from.slice(0, -1);
  let done = 0;
  for (const { id, rows } of chunks) {
    const ids = readNumbers(db, id, ACCOUNT_COLUMN, rows);
    const places = new Uint32Array(rows);
    for (let i = 0; i < rows; i++) {
      places[i] = next[indexOf[ids[i]]]++;
      origin[places[i]] = done + i;
    }
    columns.put(id, places);
    done += rows;
    onChunk(done);
  }
  return { ...columns.finish(), origin };
}

function readAccounts(db: Database, last: ReadonlySet<number>): Accounts {
  const rows = db.prepare('SELECT id, external_id FROM account').raw().all() as [number, string][];
  rows.sort(
    (one, other) => Number(last.has(one[0])) - Number(last.has(other[0])) || (one[1] < other[1] ? -1 : 1),
  );
  const indexOf = new Uint32Array(1 + rows.reduce((most, [id]) => Math.max(most, id), 0));
  rows.forEach(([id], index) => {
    indexOf[id] = index;
  });
  return { names: rows.map(([, name]) => name), indexOf };
}

/** The chunks of published sources whose rows are single requests, in the order in which they are read. */
export function requestChunks(db: Database): Chunk[] {
  return db
    .prepare(
      `SELECT c.id, c.rows FROM request_chunk c JOIN source s ON s.id = c.source_id
       WHERE s.published = 1 AND s.grain = 'request' ORDER BY s.sha256, c.id`,
    )
    .all() as Chunk[];
}

/** Where each account's rows begin; one number longer than the accounts. */
function countRows(db: Database, chunks: readonly Chunk[], { names, indexOf }: Accounts): Uint32Array {
  const from = new Uint32Array(names.length + 1);
  for (const { id, rows } of chunks) {
    for (const account of readNumbers(db, id, ACCOUNT_COLUMN, rows)) from[indexOf[account] + 1]++;
  }
  for (let a = 0; a < names.length; a++) from[a + 1] += from[a];
  return from;
}
