import type { ImportResult, Mapping, Source } from '../../../shared/contract/imports.ts';
import { canonicalJson } from '../canonical-json.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { nowUs } from '../clock.ts';
import { type Job, pacer, throwIfCancelled, unwatched } from '../jobs/job.ts';
import type { SourceLayout } from '../requests/columns.ts';
import type { Part } from './containers/parts.ts';
import { detectTimeForm } from './detect-time.ts';
import { hashSeed, knownRequests } from './known-requests.ts';
import { listParts, openRecords } from './open-records.ts';
import { planImport } from './plan.ts';
import { presetById } from './presets/registry.ts';
import { publish } from './publish.ts';
import { readInThread } from './read-in-thread.ts';
import { takeBack } from './remove-source.ts';
import { grainOf } from './row-weights.ts';
import { takeSample } from './sample.ts';
import { sampleWarnings } from './sample-warnings.ts';
import { SourceWriter } from './source-writer.ts';
import { findSource, findSourceOfFile } from './sources.ts';
import { importTable } from './tables/import-table.ts';
import { planTable } from './tables/plan-table.ts';
import { removeSourceRows } from './unpublished.ts';

const NOTHING_KEPT = 'Nothing of this file was kept; the case is as it was.';

/**
 * Imports a file: a log, or an archive of logs with the same columns, each a source of its own. Each source is
 * there whole or not at all; when one log of an archive fails, those before it are taken back (only a crash
 * between two of them leaves the first).
 * @throws StillwatchError NOT_A_LOG, BAD_MAPPING, SOURCE_DAMAGED, FILE_UNREADABLE, DISK_FULL, CANCELLED
 */
export function importFile(open: Case, path: string, mapping: Mapping, job: Job): Promise<ImportResult> {
  return open.exclusively(job, (running) => importParts(open, path, mapping, running));
}

async function importParts(open: Case, path: string, mapping: Mapping, job: Job): Promise<ImportResult> {
  const known = await findSourceOfFile(open.db, path);
  if (known) return { sources: [{ ...known, alreadyImported: true }], refused: [] };
  const { parts, refused } = await listParts(path, mapping);
  // What does not fit the mapping is told before anything is written.
  const planned: PlannedPart[] = [];
  for (const part of parts) planned.push(await planPart(part, mapping));
  const sources: Source[] = [];
  try {
    for (const part of planned) sources.push(await importPart(open, part, mapping, job));
  } catch (error) {
    for (const { sha256, alreadyImported } of sources) {
      if (!alreadyImported) await takeBack(open, sha256, unwatched);
    }
    throw error;
  }
  return { sources, refused };
}

interface PlannedPart {
  readonly part: Part;
  readonly format: string;
  readonly extra: SourceLayout['extra'];
  readonly hasRequestIds: boolean;
  /** Bytes of a CSV's header line; null for files that have none. */
  readonly header: Uint8Array | null;
  readonly warnings: readonly string[];
}

async function planPart(part: Part, mapping: Mapping): Promise<PlannedPart> {
  const records = await openRecords(part, mapping);
  const sample = await takeSample(records);
  const { extra, requestId } = mapping.kind
    ? { ...planTable(records.columns, mapping), requestId: undefined }
    : planImport(records.columns, mapping);
  const timeColumn = mapping.columns.timestamp;
  const times = sample.texts[records.columns.indexOf(timeColumn ?? '')] ?? [];
  return {
    part,
    format: records.format,
    extra: extra.map(({ number, name }) => ({ number, name })),
    hasRequestIds: requestId !== undefined,
    header: records.header ?? null,
    warnings: sampleWarnings(sample, timeColumn, detectTimeForm(timeColumn ?? '', times, mapping.timeFormat)),
  };
}

/**
 * Imports one part as a source: all of it or nothing. Rows pass once; they are read on a thread of their own
 * and written here in runs that stay invisible until the last transaction publishes the source.
 *
 * A part whose bytes, or whose unpacked content, are in the case already changes nothing.
 */
async function importPart(open: Case, planned: PlannedPart, mapping: Mapping, job: Job): Promise<Source> {
  if (mapping.kind) return importTable(open, planned, mapping, job);
  const { db } = open;
  const { part, format, extra, hasRequestIds, header, warnings } = planned;
  const startMs = performance.now();
  let sourceId = 0;
  try {
    sourceId = insertSource(db, part, format, mapping);
    const writer = new SourceWriter(db, sourceId, mapping);
    const known = hasRequestIds ? await knownRequests(db) : [];
    const end = await readInto(writer, { part, mapping, seed: hashSeed(db), known }, job);
    const already = findSource(db, end.contentSha256);
    if (already) {
      removeSourceRows(db, sourceId);
      return { ...already, alreadyImported: true };
    }
    job.progress({ stage: 'publishing', done: end.counts.stored, total: end.counts.stored, unit: 'rows' });
    const rollUps = await writer.finish();
    throwIfCancelled(job);
    return publish(open, {
      sourceId,
      ...end,
      header,
      warnings: [...new Set([...warnings, ...end.warnings])],
      layout: { extra, timeStyle: end.timeStyle },
      startMs,
      ...rollUps,
    });
  } catch (error) {
    try {
      removeSourceRows(db, sourceId);
    } catch {
      // A full disk can refuse even this. What is left is invisible, and opening the case removes it.
    }
    throw cannotWrite(error, NOTHING_KEPT);
  }
}

type Task = Parameters<typeof readInThread>[0];

/** Writes what the reading thread hands on, as it comes, and returns what it says at its end. */
async function readInto(writer: SourceWriter, task: Task, job: Job) {
  const pause = pacer(job);
  const total = task.part.sizeBytes;
  const steps = readInThread(task, job.signal);
  for (let next = await steps.next(); ; next = await steps.next()) {
    if (next.done) return next.value;
    const { refused, run, bytesRead, rowsRead } = next.value;
    try {
      writer.refuse(refused);
      if (run) await writer.write(run);
      await pause({
        stage: 'reading',
        done: Math.min(bytesRead, total),
        total,
        unit: 'bytes',
        rows: rowsRead,
      });
    } catch (error) {
      await steps.return(undefined as never);
      throw error;
    }
  }
}

function insertSource(db: Database, part: Part, format: string, mapping: Mapping): number {
  const preset = mapping.preset === undefined ? null : presetById(mapping.preset);
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO source (sha256, content_sha256, file, format, grain, preset, rules, size_bytes, mapping, layout, imported_us,
         rows_read, stored, duplicates, conflicts, rejected, repeats, without_time, seconds, published)
       VALUES ('unpublished ' || hex(randomblob(16)), '', ?, ?, ?, ?, ?, ?, ?, '{}', ?, 0, 0, 0, 0, 0, 0, 0, 0, 0)`,
    )
    .run(
      part.name,
      format,
      grainOf(mapping),
      preset?.title ?? null,
      canonicalJson(preset?.rules ?? []),
      part.sizeBytes,
      canonicalJson(mapping),
      nowUs(),
    );
  return Number(lastInsertRowid);
}
