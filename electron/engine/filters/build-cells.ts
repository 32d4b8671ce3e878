import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import type { Grain } from '../../../shared/contract/imports.ts';
import { BIN_US } from '../../../shared/contract/timeline.ts';
import type { Database } from '../case/database.ts';
import { rowWeights } from '../import/row-weights.ts';
import { spreadBuckets } from '../import/spread-buckets.ts';
import { MOST_OF_A_BUCKET } from '../requests/activity-writer.ts';
import { ACCOUNT_COLUMN, columnOf, TIME_COLUMN } from '../requests/columns.ts';
import { columnsOf, readNumbers, readText } from '../requests/read-chunk.ts';
import { NO_BIN } from './cell-codec.ts';
import { CellLog, type PackedCells } from './cell-log.ts';
import { type Combination, Combinations } from './combinations.ts';
import { type TextAccounts, TextLog } from './text-log.ts';

/** The requests of a source by account, quarter hour and values. */
export interface SourceCells extends PackedCells {
  readonly combinations: readonly Combination[];
}

/** Everything that filters need of a source; plain data, so that it can change threads. */
export interface CountedSource extends SourceCells {
  readonly texts: TextAccounts;
}

const WEIGHTS = ['request_count', 'bucket_seconds'] as const;

/**
 * Counts the requests of a source by account, quarter hour and values.
 * @param onChunk hears after each chunk how many rows are read; what it throws ends the work.
 */
export function buildCells(
  db: Database,
  sourceId: number,
  onChunk: (rows: number) => void = () => {},
): CountedSource {
  const grain = db.prepare('SELECT grain FROM source WHERE id = ?').pluck().get(sourceId) as Grain;
  const chunks = db
    .prepare('SELECT id, rows FROM request_chunk WHERE source_id = ? ORDER BY id')
    .raw()
    .all(sourceId) as [number, number][];
  const combinations = new Combinations();
  const log = new CellLog();
  const texts = new TextLog(db);
  let done = 0;
  for (const [chunk, rows] of chunks) {
    const account = readNumbers(db, chunk, ACCOUNT_COLUMN, rows);
    addChunk(db, chunk, account, grain, combinations, log);
    texts.addChunk(chunk, account);
    done += rows;
    onChunk(done);
  }
  return { combinations: combinations.all(), ...log.packed(), texts: texts.packed() };
}

function addChunk(
  db: Database,
  chunk: number,
  account: Float64Array,
  grain: Grain,
  combinations: Combinations,
  log: CellLog,
): void {
  const rows = account.length;
  const timeUs = readNumbers(db, chunk, TIME_COLUMN, rows);
  const texts = REQUEST_FIELDS.map((field) => readText(db, chunk, columnOf(field).number, rows));
  const combination = combinations.numbersOf(texts, rows);
  const held = new Set(columnsOf(db, chunk));
  const numbers = WEIGHTS.map((field) => columnOf(field).number)
    .filter((number) => held.has(number))
    .map((number) => ({ number, values: readNumbers(db, chunk, number, rows) }));
  const weights = rowWeights({ rows, timeUs, numbers }, grain);
  const requests = weights?.requests;
  const add = (row: number, us: number, count: number) => {
    const bin = Number.isNaN(us) ? NO_BIN : Math.floor(us / BIN_US);
    log.add(account[row], bin, combination[row], count);
  };
  if (grain !== 'bucket') {
    for (let row = 0; row < rows; row++) add(row, timeUs[row], requests ? requests[row] : 1);
    return;
  }
  // As in the roll-ups of the import: a stretch counts evenly over the quarter hours it covers.
  const buckets = {
    timeUs,
    failed: new Uint8Array(rows),
    requests,
    input: undefined,
    output: undefined,
    bucketSeconds: weights?.bucketSeconds,
    mostTokens: MOST_OF_A_BUCKET,
  };
  const timed = Uint32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => !Number.isNaN(timeUs[row]),
  );
  for (let row = 0; row < rows; row++)
    if (Number.isNaN(timeUs[row])) add(row, Number.NaN, requests?.[row] ?? 0);
  for (const { order, account: rowOf, values } of spreadBuckets(timed, (row) => row, buckets)) {
    for (const piece of order) add(rowOf[piece], values.timeUs[piece], values.requests?.[piece] ?? 0);
  }
}
