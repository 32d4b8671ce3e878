import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { kindOf, type Mapping, type Source } from '../../../../shared/contract/imports.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { cannotWrite } from '../../case/cannot-write.ts';
import type { Case } from '../../case/case.ts';
import type { Database } from '../../case/database.ts';
import { nowUs } from '../../clock.ts';
import { appendCustody } from '../../custody/log.ts';
import { type Job, pacer, throwIfCancelled } from '../../jobs/job.ts';
import { type CellBatch, recordBytes } from '../cells.ts';
import type { Part } from '../containers/parts.ts';
import { type OpenedRecords, openRecords } from '../open-records.ts';
import { publishedSources } from '../publish.ts';
import { RefusedBytes } from '../refused-bytes.ts';
import { noCounts } from '../row-sorter.ts';
import { refusedWarning } from '../sample-warnings.ts';
import { findSource, readSource } from '../sources.ts';
import { removeSourceRows } from '../unpublished.ts';
import { AccountWriter } from './account-writer.ts';
import { ContextWriter } from './context-writer.ts';
import { planTable } from './plan-table.ts';
import { tableRowReader } from './table-row.ts';
import type { TableWriter } from './table-writer.ts';

const NOTHING_KEPT = 'Nothing of this file was kept; the case is as it was.';
const ROWS_AT_ONCE = 512;
const RAW_BYTES_KEPT = 64 * 1024;

/** A part of a file and what was found out about it before anything is written. */
export interface PlannedTable {
  readonly part: Part;
  /** Bytes of a CSV's header line; null for files that have none. */
  readonly header: Uint8Array | null;
  readonly warnings: readonly string[];
}

/**
 * Imports one part as a table of accounts or of context, whichever its mapping says: all of it or nothing. Rows are
 * written as they pass and stay invisible until the last transaction publishes the source.
 *
 * A part whose bytes, or whose unpacked content, are in the case already changes nothing.
 * @throws StillwatchError BAD_MAPPING, SOURCE_DAMAGED, BUSY, DISK_FULL, CANCELLED
 */
export async function importTable(
  open: Case,
  planned: PlannedTable,
  mapping: Mapping,
  job: Job,
): Promise<Source> {
  const { db } = open;
  const { part } = planned;
  const startMs = performance.now();
  let sourceId = 0;
  let records: OpenedRecords | undefined;
  try {
    records = await openRecords(part, mapping);
    sourceId = insertSource(db, part, records, mapping);
    const publishedBefore = publishedSources(db);
    const reading = new TableReading(db, sourceId, records, mapping);
    const pause = pacer(job);
    for await (const batch of records.batches()) {
      for (let row = 0; row < batch.rows; row += ROWS_AT_ONCE) {
        reading.take(batch, row, Math.min(row + ROWS_AT_ONCE, batch.rows));
        const done = Math.min(records.content.bytesRead(), part.sizeBytes);
        await pause({ stage: 'reading', done, total: part.sizeBytes, unit: 'bytes' });
      }
    }
    const hashes = records.content.hashes();
    const already = findSource(db, hashes.contentSha256);
    if (already) {
      removeSourceRows(db, sourceId);
      return { ...already, alreadyImported: true };
    }
    throwIfCancelled(job);
    const warnings = [...new Set([...planned.warnings, ...(records.warnings?.() ?? [])])];
    return reading.publish(open, { ...hashes, publishedBefore, startMs, header: planned.header, warnings });
  } catch (error) {
    await records?.close();
    try {
      removeSourceRows(db, sourceId);
    } catch {
      // A full disk can refuse even this. What is left is invisible, and opening the case removes it.
    }
    throw cannotWrite(error, NOTHING_KEPT);
  }
}

interface ReadEnd {
  readonly sha256: string;
  readonly contentSha256: string;
  /** Which sources were published when the import began. */
  readonly publishedBefore: string;
  /** When it began, by the clock of `performance.now()`. */
  readonly startMs: number;
  readonly header: Uint8Array | null;
  readonly warnings: readonly string[];
}

/** Tells stored rows from the others, counts all of them, and makes the source visible at the end. */
class TableReading {
  private readonly db: Database;
  private readonly sourceId: number;
  private readonly writer: TableWriter;
  private readonly readRow: ReturnType<typeof tableRowReader>;
  private readonly refusedBytes = new RefusedBytes(RAW_BYTES_KEPT);
  private readonly extra: readonly { readonly number: number; readonly name: string }[];
  private readonly counts = noCounts();

  constructor(db: Database, sourceId: number, { columns }: OpenedRecords, mapping: Mapping) {
    const plan = planTable(columns, mapping);
    this.db = db;
    this.sourceId = sourceId;
    this.extra = plan.extra.map(({ number, name }) => ({ number, name }));
    this.readRow = tableRowReader(plan);
    this.writer =
      mapping.kind === 'context' ? new ContextWriter(db, sourceId) : new AccountWriter(db, sourceId);
  }

  take(batch: CellBatch, from: number, to: number): void {
    this.db
      .transaction(() => {
        for (let row = from; row < to; row++) this.takeRow(batch, row);
      })
      .immediate();
  }

  publish(open: Case, end: ReadEnd): Source {
    const { db, sourceId, counts } = this;
    return db
      .transaction(() => {
        // Duplicates and account ids were told by what was published when the import began.
        if (publishedSources(db) !== end.publishedBefore) {
          throw new StillwatchError(
            'BUSY',
            'Another program changed the data of this case meanwhile. Nothing of this file was kept. Import it again.',
          );
        }
        this.writer.publish();
        db.prepare(
          `UPDATE source SET sha256 = @sha256, content_sha256 = @contentSha256, layout = @layout, rows_read = @rowsRead,
             stored = @stored, duplicates = @duplicates, conflicts = @conflicts, rejected = @rejected,
             without_time = @withoutTime, seconds = @seconds, header = @header, warnings = @warnings, published = 1
           WHERE id = @sourceId`,
        ).run({
          sha256: end.sha256,
          contentSha256: end.contentSha256,
          layout: canonicalJson({ extra: this.extra, timeStyle: null }),
          ...counts,
          header: end.header,
          warnings: canonicalJson([...end.warnings, ...refusedWarning(counts.rejected, counts.rowsRead)]),
          seconds: (performance.now() - end.startMs) / 1000,
          sourceId,
        });
        const source = readSource(db, sourceId);
        appendCustody(db, {
          action: 'source.import',
          author: open.author,
          detail: { sha256: source.sha256, file: source.file, mapping: source.mapping, ...counts },
        });
        return source;
      })
      .immediate();
  }

  private takeRow(batch: CellBatch, row: number): void {
    const { counts } = this;
    counts.rowsRead++;
    const problem = batch.problems.get(row);
    if (problem !== undefined) return this.refuse(batch, row, 'reject', problem);
    const outcome = this.writer.take(this.readRow(batch, row), counts.rowsRead);
    if (outcome.kind === 'duplicate') counts.duplicates++;
    else if (outcome.kind !== 'stored') this.refuse(batch, row, outcome.kind, outcome.reason);
    else {
      counts.stored++;
      if (outcome.withoutTime) counts.withoutTime++;
    }
  }

  private refuse(batch: CellBatch, row: number, kind: 'reject' | 'conflict', reason: string): void {
    this.counts[kind === 'reject' ? 'rejected' : 'conflicts']++;
    const record = recordBytes(batch, row);
    const raw = this.refusedBytes.keep(record);
    this.db
      .prepare(
        'INSERT INTO reject (source_id, line, kind, reason, raw, record_bytes) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(this.sourceId, batch.line[row], kind, reason, raw, record.length);
  }
}

function insertSource(db: Database, part: Part, { format }: OpenedRecords, mapping: Mapping): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO source (sha256, content_sha256, kind, file, format, grain, size_bytes, mapping, layout, imported_us,
         rows_read, stored, duplicates, conflicts, rejected, repeats, without_time, seconds, published)
       VALUES ('unpublished ' || hex(randomblob(16)), '', ?, ?, ?, 'request', ?, ?, '{}', ?, 0, 0, 0, 0, 0, 0, 0, 0, 0)`,
    )
    .run(kindOf(mapping), part.name, format, part.sizeBytes, canonicalJson(mapping), nowUs());
  return Number(lastInsertRowid);
}
