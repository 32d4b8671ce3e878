import type { Mapping } from '../../../shared/contract/imports.ts';
import type { BufferPool } from './buffer-pool.ts';
import type { Part } from './containers/parts.ts';
import { openRecords } from './open-records.ts';
import { planImport } from './plan.ts';
import { RowReader } from './read-row.ts';
import { type ReadingCounts, type RefusedRow, RowSorter } from './row-sorter.ts';
import type { Run } from './run.ts';
import { RunBuffer } from './run-buffer.ts';
import { TOTAL_ROW } from './sample-warnings.ts';

const REFUSED_AT_ONCE = 4096;

/** What a reading needs to know of the case beforehand. */
export interface ReadingTask {
  readonly part: Part;
  readonly mapping: Mapping;
  /** Seeds of the case's row hashes. */
  readonly seed: readonly [number, number];
  /**
   * Hashes of request ids and of their rows that the case holds: four numbers each. None without request ids. The
   * reading takes the pieces out, so that they are not held beside the table made of them.
   */
  readonly known: Uint32Array[];
}

/** What a reading tells as it goes: rows to write with those refused since the last, and how far it is. */
export interface ReadingStep {
  readonly bytesRead: number;
  readonly rowsRead: number;
  readonly refused: readonly RefusedRow[];
  readonly run: Run | null;
}

export interface ReadingEnd {
  readonly sha256: string;
  readonly contentSha256: string;
  readonly counts: ReadingCounts;
  readonly timeStyle: string | null;
  /** What is doubtful in what was read, a sentence each. */
  readonly warnings: readonly string[];
  /** What happened on the way through a preset, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads a file from its bytes to runs of rows, deciding for each record whether it is stored, a duplicate, a
 * conflict or rejected. It touches no database, so it can run on a thread of its own.
 * @param pool gives the runs their buffers; who is done with a run may give them back.
 */
export async function* readFileRows(
  task: ReadingTask,
  pool: BufferPool,
): AsyncGenerator<ReadingStep, ReadingEnd> {
  const records = await openRecords(task.part, task.mapping);
  const plan = planImport(records.columns, task.mapping);
  const run = new RunBuffer(plan, task.seed, pool);
  const reader = new RowReader(plan, run, task.seed);
  const sorter = new RowSorter(run, reader, task.known);
  for await (const batch of records.batches()) {
    for (let row = 0; row < batch.rows; row++) {
      sorter.take(batch, row);
      if (run.full) yield step();
    }
    // Texts of rows that are not stored fill the buffer too, and refused rows wait to be handed on.
    if (run.heavy || sorter.waiting > REFUSED_AT_ONCE) yield step();
    else yield { ...progress(), refused: [], run: null };
  }
  yield step();
  return {
    ...records.content.hashes(),
    counts: sorter.counts,
    timeStyle: reader.timeStyle,
    notes: records.notes?.() ?? [],
    warnings: [...(records.warnings?.() ?? []), ...(sorter.endsInTotal() ? [TOTAL_ROW] : [])],
  };

  function progress() {
    return { bytesRead: records.content.bytesRead(), rowsRead: sorter.counts.rowsRead };
  }

  function step(): ReadingStep {
    return {
      ...progress(),
      refused: sorter.takeRefused(),
      run: run.rows > 0 ? run.take(reader.takeNewAccounts()) : run.clear(),
    };
  }
}
