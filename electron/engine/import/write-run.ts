import { setImmediate } from 'node:timers/promises';
import type { Database } from '../case/database.ts';
import { encodeNumbers, encodeText } from '../requests/codec.ts';
import {
  ACCOUNT_COLUMN,
  COLUMNS_PER_CHUNK,
  columnOf,
  ID_HASH_COLUMNS,
  ROW_COLUMN,
  ROW_HASH_COLUMNS,
  TIME_COLUMN,
} from '../requests/columns.ts';
import type { PromptTexts } from './prompt-texts.ts';
import type { Run, RunText } from './run.ts';

const CHUNK_ROWS = 4096;
const PROMPT_COLUMN = columnOf('prompt_text').number;
/** A block of one byte holds nothing but absent values and need not be kept. */
const EMPTY_BLOCK_BYTES = 1;

interface Chunk {
  readonly rows: number;
  readonly firstAccount: number;
  readonly lastAccount: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  readonly blocks: readonly (readonly [column: number, block: Uint8Array])[];
}

/**
 * Writes a run's rows in the given order as chunks, in one transaction. Encoding gives way between chunks, so
 * that other calls are answered meanwhile. Prompt texts are kept apart, and rows hold their numbers.
 */
export async function writeRun(
  db: Database,
  sourceId: number,
  run: Run,
  order: Uint32Array,
  caseIds: readonly number[],
  promptTexts: PromptTexts,
): Promise<void> {
  const promptColumn = run.texts.find(({ number }) => number === PROMPT_COLUMN);
  const prompts = promptColumn && (await promptTexts.take(promptColumn, order));
  const stored: Run = prompts
    ? {
        ...run,
        texts: run.texts.filter((column) => column !== promptColumn),
        numbers: [...run.numbers, { number: PROMPT_COLUMN, values: prompts.numbers }],
      }
    : run;
  const dictionaries = stored.texts.map((column) => new ChunkDictionary(column));
  const chunks: Chunk[] = [];
  for (let from = 0; from < order.length; from += CHUNK_ROWS) {
    chunks.push(encodeChunk(stored, dictionaries, order.subarray(from, from + CHUNK_ROWS), caseIds));
    await setImmediate();
  }
  db.transaction(() => {
    prompts?.save();
    insertChunks(db, sourceId, chunks);
  }).immediate();
}

function encodeChunk(
  run: Run,
  dictionaries: readonly ChunkDictionary[],
  rows: Uint32Array,
  caseIds: readonly number[],
): Chunk {
  const blocks: (readonly [number, Uint8Array])[] = [];
  const put = (column: number, block: Uint8Array) => {
    if (block.length > EMPTY_BLOCK_BYTES) blocks.push([column, block]);
  };
  const accounts = Float64Array.from(rows, (i) => caseIds[run.account[i]]);
  const fileRows = gather(run.row, rows);
  const times = gather(run.timeUs, rows);
  put(ROW_COLUMN, encodeNumbers(fileRows));
  put(ACCOUNT_COLUMN, encodeNumbers(accounts));
  put(TIME_COLUMN, encodeNumbers(times));
  for (const half of [0, 1] as const) {
    put(ID_HASH_COLUMNS[half], encodeNumbers(gather(run.idHash[half], rows)));
    put(ROW_HASH_COLUMNS[half], encodeNumbers(gather(run.rowHash[half], rows)));
  }
  for (const { number, values } of run.numbers) put(number, encodeNumbers(gather(values, rows)));
  for (const dictionary of dictionaries) put(dictionary.number, encodeText(dictionary.ofRows(rows)));
  const [firstRow, lastRow] = bounds(fileRows);
  const [firstUs, lastUs] = bounds(times);
  return {
    rows: rows.length,
    firstAccount: accounts[0],
    lastAccount: accounts[rows.length - 1],
    firstRow,
    lastRow,
    firstUs: firstUs <= lastUs ? firstUs : null,
    lastUs: firstUs <= lastUs ? lastUs : null,
    blocks,
  };
}

function insertChunks(db: Database, sourceId: number, chunks: readonly Chunk[]): void {
  const insertChunk = db.prepare(
    `INSERT INTO request_chunk (source_id, rows, first_account, last_account, first_row, last_row, first_us, last_us)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertColumn = db.prepare('INSERT INTO request_column (key, data) VALUES (?, ?)');
  for (const { rows, firstAccount, lastAccount, firstRow, lastRow, firstUs, lastUs, blocks } of chunks) {
    const { lastInsertRowid } = insertChunk.run(
      sourceId,
      rows,
      firstAccount,
      lastAccount,
      firstRow,
      lastRow,
      firstUs,
      lastUs,
    );
    const base = Number(lastInsertRowid) * COLUMNS_PER_CHUNK;
    for (const [column, block] of blocks) insertColumn.run(base + column, block);
  }
}

function gather(values: Float64Array, rows: Uint32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = values[rows[i]];
  return out;
}

/** Least and greatest value, NaN passed over; the least exceeds the greatest when there is none. */
function bounds(values: Float64Array): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/** Makes the dictionary of each chunk from that of the run, numbered in order of first use. */
class ChunkDictionary {
  readonly number: number;
  private readonly column: RunText;
  /** Per text of the run, its number in the chunk, good where `seenIn` names that chunk. */
  private readonly chunkCode: Uint32Array;
  private readonly seenIn: Uint32Array;
  /** Texts of the chunk, in order of first use. */
  private readonly used = new Uint32Array(CHUNK_ROWS);
  private chunk = 0;
  /** No text of the run stands in two rows, so none needs to be looked for. */
  private readonly allDistinct: boolean;

  constructor(column: RunText) {
    this.number = column.number;
    this.column = column;
    this.allDistinct = isAscending(column.codes);
    const length = this.allDistinct ? 0 : column.ends.length + 1;
    this.chunkCode = new Uint32Array(length);
    this.seenIn = new Uint32Array(length);
  }

  ofRows(rows: Uint32Array) {
    const { bytes, ends, codes } = this.column;
    const { chunkCode, seenIn, used, allDistinct } = this;
    const chunk = ++this.chunk;
    const chunkCodes = new Uint32Array(rows.length);
    let count = 0;
    let size = 0;
    for (let i = 0; i < rows.length; i++) {
      const code = codes[rows[i]];
      if (code === 0) continue;
      if (!allDistinct && seenIn[code] === chunk) {
        chunkCodes[i] = chunkCode[code];
        continue;
      }
      used[count++] = code;
      size += ends[code - 1] - (code > 1 ? ends[code - 2] : 0);
      chunkCodes[i] = count;
      if (allDistinct) continue;
      seenIn[code] = chunk;
      chunkCode[code] = count;
    }
    const chunkBytes = new Uint8Array(size);
    const chunkEnds = new Uint32Array(count);
    let at = 0;
    for (let k = 0; k < count; k++) {
      const code = used[k];
      const end = ends[code - 1];
      for (let from = code > 1 ? ends[code - 2] : 0; from < end; from++) chunkBytes[at++] = bytes[from];
      chunkEnds[k] = at;
    }
    return { bytes: chunkBytes, ends: chunkEnds, codes: chunkCodes };
  }
}

/** Whether each code but 0 is greater than those before it. */
function isAscending(codes: Uint32Array): boolean {
  let last = 0;
  for (const code of codes) {
    if (code === 0) continue;
    if (code <= last) return false;
    last = code;
  }
  return true;
}
