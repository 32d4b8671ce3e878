import { setImmediate } from 'node:timers/promises';
import type { Database } from '../case/database.ts';
import { COLUMNS_PER_CHUNK, columnOf } from '../requests/columns.ts';
import { CHUNK_ROWS, type Chunk, ChunkEncoder } from './encode-chunk.ts';
import type { PromptTexts } from './prompt-texts.ts';
import type { Run } from './run.ts';

const PROMPT_COLUMN = columnOf('prompt_text').number;

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
  const encoder = new ChunkEncoder(stored, caseIds);
  const chunks: Chunk[] = [];
  for (let from = 0; from < order.length; from += CHUNK_ROWS) {
    chunks.push(encoder.encode(order.subarray(from, from + CHUNK_ROWS)));
    await setImmediate();
  }
  db.transaction(() => {
    prompts?.save();
    insertChunks(db, sourceId, chunks);
  }).immediate();
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
