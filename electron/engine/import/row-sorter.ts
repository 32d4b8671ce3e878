import type { Source } from '../../../shared/contract/imports.ts';
import { type CellBatch, recordBytes } from './cells.ts';
import { HashTable } from './hash-table.ts';
import type { RowReader } from './read-row.ts';
import { RefusedBytes } from './refused-bytes.ts';
import type { RunBuffer } from './run-buffer.ts';
import { looksLikeTotal } from './sample-warnings.ts';

const RAW_BYTES_KEPT = 1024 * 1024;

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

/** Before the first row. */
export function noCounts(): { -readonly [name in keyof ReadingCounts]: number } {
  return {
    rowsRead: 0,
    stored: 0,
    duplicates: 0,
    conflicts: 0,
    rejected: 0,
    repeats: 0,
    withoutTime: 0,
  };
}

/** Tells stored rows from duplicates, conflicts and rejects, and counts all of them. */
export class RowSorter {
  readonly counts = noCounts();
  private readonly run: RunBuffer;
  private readonly reader: RowReader;
  private readonly knownIds = new HashTable(true);
  private readonly seenRows = new HashTable(false);
  private refused: RefusedRow[] = [];
  private readonly refusedBytes = new RefusedBytes(RAW_BYTES_KEPT);
  /** The refused record read last, and which record of the file it is. */
  private lastRefused = { row: 0, raw: new Uint8Array(0) as Uint8Array };

  constructor(run: RunBuffer, reader: RowReader, known: Uint32Array[]) {
    this.run = run;
    this.reader = reader;
    for (let piece = known.pop(); piece; piece = known.pop()) {
      for (let i = 0; i < piece.length; i += 4) {
        this.knownIds.add(piece[i], piece[i + 1], piece[i + 2], piece[i + 3]);
      }
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
    const raw = this.refusedBytes.keep(record);
    this.lastRefused = { row: this.counts.rowsRead, raw };
    this.refused.push({ line: batch.line[row], kind, reason, raw, recordBytes: record.length });
  }
}
