import type { Mapping, Source } from '../../../shared/contract/imports.ts';
import { type CellBatch, recordBytes } from './cells.ts';
import type { Part } from './containers/parts.ts';
import { HashTable } from './hash-table.ts';
import { openRecords } from './open-records.ts';
import { planImport } from './plan.ts';
import { RowReader } from './read-row.ts';
import type { Run } from './run.ts';
import { RunBuffer } from './run-buffer.ts';
import { looksLikeTotal, TOTAL_ROW } from './sample-warnings.ts';

/** What is kept of a refused record: all of it up to this, so that it can be put right and imported again. */
const RAW_BYTES_KEPT = 1024 * 1024;
/** Of all refused records of a file together; behind that only their beginnings are kept. */
const RAW_BYTES_KEPT_IN_ALL = 64 * 1024 * 1024;
const RAW_BYTES_AT_LEAST = 500;
const REFUSED_AT_ONCE = 4096;

/** What a reading needs to know of the case beforehand. */
export interface ReadingTask {
  readonly part: Part;
  readonly mapping: Mapping;
  /** Seeds of the case's row hashes. */
  readonly seed: readonly [number, number];
  /** Hashes of request ids and of their rows that the case holds: four numbers each. Empty without request ids. */
  readonly known: Uint32Array;
}

export interface RefusedRow {
  readonly line: number;
  readonly kind: 'reject' | 'conflict';
  readonly reason: string;
  /** The record as it stands in the file, or its beginning when it, or all refused records together, are long. */
  readonly raw: Uint8Array;
  /** How long the whole record is. */
  readonly recordBytes: number;
}

export type ReadingCounts = Pick<
  Source,
  'rowsRead' | 'stored' | 'duplicates' | 'conflicts' | 'rejected' | 'repeats' | 'withoutTime'
>;

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
 */
export async function* readFileRows(task: ReadingTask): AsyncGenerator<ReadingStep, ReadingEnd> {
  const records = await openRecords(task.part, task.mapping);
  const plan = planImport(records.columns, task.mapping);
  const run = new RunBuffer(plan, task.seed);
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

/** Tells stored rows from duplicates, conflicts and rejects, and counts all of them. */
class RowSorter {
  readonly counts = {
    rowsRead: 0,
    stored: 0,
    duplicates: 0,
    conflicts: 0,
    rejected: 0,
    repeats: 0,
    withoutTime: 0,
  };
  private readonly run: RunBuffer;
  private readonly reader: RowReader;
  private readonly knownIds = new HashTable(true);
  private readonly seenRows = new HashTable(false);
  private refused: RefusedRow[] = [];
  private rawBytesKept = 0;
  /** The refused record read last, and which record of the file it is. */
  private lastRefused = { row: 0, raw: new Uint8Array(0) as Uint8Array };

  constructor(run: RunBuffer, reader: RowReader, known: Uint32Array) {
    this.run = run;
    this.reader = reader;
    for (let i = 0; i < known.length; i += 4) {
      this.knownIds.add(known[i], known[i + 1], known[i + 2], known[i + 3]);
    }
  }

  take(batch: CellBatch, row: number): void {
    const { counts, run, reader } = this;
    counts.rowsRead++;
    const problem = batch.problems.get(row);
    if (problem !== undefined) return this.reject(batch, row, problem);
    const refusal = reader.read(batch, row);
    if (refusal !== undefined) return this.reject(batch, row, refusal);
    if (Number.isNaN(reader.idHigh)) {
      if (this.seenRows.add(reader.rowHigh, reader.rowLow) === 'same') counts.repeats++;
    } else {
      const found = this.knownIds.add(reader.idHigh, reader.idLow, reader.rowHigh, reader.rowLow);
      if (found === 'same') {
        counts.duplicates++;
        return;
      }
      if (found === 'other') {
        counts.conflicts++;
        this.keep(
          batch,
          row,
          'conflict',
          'This request id is there already with other values; the first stands',
        );
        return;
      }
    }
    run.row[run.rows] = counts.rowsRead;
    if (Number.isNaN(run.timeUs[run.rows])) counts.withoutTime++;
    counts.stored++;
    run.rows++;
  }

  /** Whether the last record of the file was refused and looks like a total. */
  endsInTotal(): boolean {
    const { row, raw } = this.lastRefused;
    return (
      row > 0 && row === this.counts.rowsRead && looksLikeTotal(Buffer.from(raw.subarray(0, 200)).toString())
    );
  }

  get waiting(): number {
    return this.refused.length;
  }

  takeRefused(): readonly RefusedRow[] {
    const taken = this.refused;
    this.refused = [];
    return taken;
  }

  private reject(batch: CellBatch, row: number, reason: string): void {
    this.counts.rejected++;
    this.keep(batch, row, 'reject', reason);
  }

  private keep(batch: CellBatch, row: number, kind: RefusedRow['kind'], reason: string): void {
    const record = recordBytes(batch, row);
    const left = Math.max(RAW_BYTES_AT_LEAST, RAW_BYTES_KEPT_IN_ALL - this.rawBytesKept);
    const raw = record.slice(0, Math.min(RAW_BYTES_KEPT, left));
    this.rawBytesKept += raw.length;
    this.lastRefused = { row: this.counts.rowsRead, raw };
    this.refused.push({ line: batch.line[row], kind, reason, raw, recordBytes: record.length });
  }
}
