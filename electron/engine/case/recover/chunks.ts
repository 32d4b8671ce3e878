import { decodeNumbers, decodeText, holdsText } from '../../requests/codec.ts';
import {
  ACCOUNT_COLUMN,
  COLUMNS_PER_CHUNK,
  columnOf,
  ROW_COLUMN,
  TIME_COLUMN,
} from '../../requests/columns.ts';
import { readNumbers } from '../../requests/read-chunk.ts';
import type { Database } from '../database.ts';
import type { CopiedTable } from './copy-rows.ts';
import type { Value } from './row.ts';
import type { TableDamage } from './survey.ts';

/** Bytes of a block of numbers before its values, and how wide these are: see requests/codec.ts. */
const NUMBERS_HEAD = 24;

/**
 * Makes rows of `request_chunk` that are gone from what is left of them: whose they are stands in an index, the rest in
 * the columns. What cannot be made stays lost.
 * @param byIndex the rows there were, with the values that the index holds
 * @returns how many were made
 */
export function remakeChunks(
  db: Database,
  { damage: { shape }, rowids }: CopiedTable,
  byIndex: ReadonlyMap<number, ReadonlyMap<number, Value>>,
): number {
  const column = (name: string) => shape.columns.findIndex((one) => one.name === name);
  const insert = db.prepare(
    `INSERT INTO request_chunk (id, source_id, rows, first_account, last_account, first_row, last_row, first_us, last_us)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const block = db.prepare('SELECT data FROM request_column WHERE key = ?').pluck();
  let made = 0;
  for (const [chunk, values] of byIndex) {
    if (rowids.has(chunk)) continue;
    const source = values.get(column('source_id'));
    const rowBlock = block.get(chunk * COLUMNS_PER_CHUNK + ROW_COLUMN) as Uint8Array | undefined;
    const hasAccounts = block.get(chunk * COLUMNS_PER_CHUNK + ACCOUNT_COLUMN) !== undefined;
    if (typeof source !== 'number' || !rowBlock || !hasAccounts) continue;
    // Every row has a number, so the block is as long as its values.
    const rows = (rowBlock.length - NUMBERS_HEAD) / rowBlock[1];
    if (!Number.isInteger(rows) || rowBlock[2] !== 0) continue;
    const [firstRow, lastRow] = bounds(readNumbers(db, chunk, ROW_COLUMN, rows));
    const accounts = readNumbers(db, chunk, ACCOUNT_COLUMN, rows);
    const [firstUs, lastUs] = bounds(readNumbers(db, chunk, TIME_COLUMN, rows));
    const us = (value: number) => (Number.isFinite(value) ? value : null);
    insert.run(
      chunk,
      source,
      rows,
      accounts[0],
      accounts[rows - 1],
      firstRow,
      lastRow,
      us(firstUs),
      us(lastUs),
    );
    made++;
  }
  return made;
}

function bounds(values: Float64Array): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** Columns without which a group of requests tells nothing, or another number of requests than there were. */
const NEEDED = [
  ROW_COLUMN,
  ACCOUNT_COLUMN,
  columnOf('request_count').number,
  columnOf('bucket_seconds').number,
];

interface Chunk {
  readonly id: number;
  readonly sourceId: number;
  readonly rows: number;
}

/** A column that requests of a source have lost, or may have. */
export interface LostColumn {
  readonly sourceId: number;
  readonly column: number;
  readonly requests: number;
}

/**
 * Takes out the groups of requests of which a column is gone that they cannot be without, and columns that cannot be read
 * or belong to no group. Where it is not known which columns were on a lost page, those are taken to be gone that other
 * groups of the same source have.
 * @param isPlain of an unencrypted case, in which a column may have changed without a page giving it away
 * @returns what the groups that stay have lost
 */
export function dropBroken(
  db: Database,
  { damage, refusedRowids }: { readonly damage: TableDamage; readonly refusedRowids: readonly number[] },
  isPlain: boolean,
): LostColumn[] {
  const chunks = db
    .prepare('SELECT id, source_id AS sourceId, rows FROM request_chunk ORDER BY id')
    .all() as Chunk[];
  const keys = db.prepare('SELECT key FROM request_column WHERE key >= ? AND key < ?').pluck();
  const columnsOf = ({ id }: Chunk) =>
    (keys.all(id * COLUMNS_PER_CHUNK, (id + 1) * COLUMNS_PER_CHUNK) as number[]).map(
      (key) => key % COLUMNS_PER_CHUNK,
    );
  const known = Map.groupBy([...damage.cut.map(({ rowid }) => rowid), ...refusedRowids], (key) =>
    Math.floor(key / COLUMNS_PER_CHUNK),
  );
  const ofSource = new Map<number, Set<number>>();
  if (damage.holes.length > 0)
    for (const chunk of chunks) {
      const all = ofSource.get(chunk.sourceId) ?? new Set();
      for (const column of columnsOf(chunk)) all.add(column);
      ofSource.set(chunk.sourceId, all);
    }
  const dropColumn = db.prepare('DELETE FROM request_column WHERE key = ?');
  const dropChunk = db.prepare('DELETE FROM request_chunk WHERE id = ?');
  const lost: LostColumn[] = [];
  for (const chunk of chunks) {
    const gone = new Set((known.get(chunk.id) ?? []).map((key) => key % COLUMNS_PER_CHUNK));
    if (isOnHole(chunk, damage)) {
      const held = new Set(columnsOf(chunk));
      for (const column of ofSource.get(chunk.sourceId) ?? [])
        if (!held.has(column) && mayBeOnHole(chunk.id * COLUMNS_PER_CHUNK + column, damage)) gone.add(column);
    }
    if (isPlain)
      for (const column of unreadable(db, chunk)) {
        gone.add(column);
        dropColumn.run(chunk.id * COLUMNS_PER_CHUNK + column);
      }
    if (NEEDED.some((column) => gone.has(column)) || !columnsOf(chunk).includes(ACCOUNT_COLUMN))
      dropChunk.run(chunk.id);
    else for (const column of gone) lost.push({ sourceId: chunk.sourceId, column, requests: chunk.rows });
  }
  db.prepare(
    `DELETE FROM request_column WHERE key / ${COLUMNS_PER_CHUNK} NOT IN (SELECT id FROM request_chunk)`,
  ).run();
  return lost;
}

function isOnHole({ id }: Chunk, { holes }: TableDamage): boolean {
  return holes.some(
    ({ after, upTo }) => id * COLUMNS_PER_CHUNK <= upTo && (id + 1) * COLUMNS_PER_CHUNK - 1 > after,
  );
}

function mayBeOnHole(key: number, { holes }: TableDamage): boolean {
  return holes.some(({ after, upTo }) => key > after && key <= upTo);
}

/** Columns of a group that cannot be read as ones of so many rows. */
function unreadable(db: Database, { id, rows }: Chunk): number[] {
  const blocks = db.prepare('SELECT key, data FROM request_column WHERE key >= ? AND key < ?').raw();
  const all = blocks.all(id * COLUMNS_PER_CHUNK, (id + 1) * COLUMNS_PER_CHUNK) as [number, Uint8Array][];
  return all.flatMap(([key, block]) => (decodes(block, rows) ? [] : [key % COLUMNS_PER_CHUNK]));
}

function decodes(block: Uint8Array, rows: number): boolean {
  try {
    if (!holdsText(block)) {
      decodeNumbers(block, rows);
      return true;
    }
    const { ends, codes } = decodeText(block, rows);
    return (
      ends.every((end, i) => i === 0 || end >= ends[i - 1]) && codes.every((code) => code <= ends.length)
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
