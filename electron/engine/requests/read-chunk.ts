import type { Database } from '../case/database.ts';
import { decodeNumbers, decodeText, holdsText, TEXT_BLOCK_HEX, type TextColumn } from './codec.ts';
import { COLUMNS_PER_CHUNK, columnOf } from './columns.ts';

const statements = new WeakMap<Database, ReturnType<Database['prepare']>>();

function readBlock(db: Database, chunk: number, column: number): Uint8Array | undefined {
  let statement = statements.get(db);
  if (!statement) {
    statement = db.prepare('SELECT data FROM request_column WHERE key = ?').pluck();
    statements.set(db, statement);
  }
  return statement.get(chunk * COLUMNS_PER_CHUNK + column) as Uint8Array | undefined;
}

/** A number column of a chunk of `rows` rows; NaN where a value is absent. */
export function readNumbers(db: Database, chunk: number, column: number, rows: number): Float64Array {
  const block = readBlock(db, chunk, column);
  return block ? decodeNumbers(block, rows) : new Float64Array(rows).fill(Number.NaN);
}

/** A text column of a chunk, or undefined when no row has a value. */
export function readText(db: Database, chunk: number, column: number, rows: number): TextColumn | undefined {
  const block = readBlock(db, chunk, column);
  return block && decodeText(block, rows);
}

const PROMPT_COLUMN = columnOf('prompt_text').number;

/**
 * The prompts of a chunk: the number of each row's text, NaN where it has none; or the texts themselves in a chunk
 * written when texts had no numbers. Undefined when no row has a prompt.
 */
export function readPrompts(
  db: Database,
  chunk: number,
  rows: number,
): { readonly numbers: Float64Array } | { readonly texts: TextColumn } | undefined {
  const block = readBlock(db, chunk, PROMPT_COLUMN);
  if (!block) return undefined;
  return holdsText(block) ? { texts: decodeText(block, rows) } : { numbers: decodeNumbers(block, rows) };
}

/** How many published sources hold chunks from before texts had numbers. */
export function sourcesWithOldPrompts(db: Database): number {
  return db
    .prepare(
      `SELECT count(DISTINCT k.source_id) FROM request_chunk k
       JOIN source s ON s.id = k.source_id
       JOIN request_column c ON c.key = k.id * ${COLUMNS_PER_CHUNK} + ${PROMPT_COLUMN}
       WHERE s.published = 1 AND substr(c.data, 1, 1) = x'${TEXT_BLOCK_HEX}'`,
    )
    .pluck()
    .get() as number;
}

/** Numbers of the columns a chunk holds. */
export function columnsOf(db: Database, chunk: number): number[] {
  const from = chunk * COLUMNS_PER_CHUNK;
  const keys = db
    .prepare('SELECT key FROM request_column WHERE key >= ? AND key < ?')
    .pluck()
    .all(from, from + COLUMNS_PER_CHUNK) as number[];
  return keys.map((key) => key - from);
}
