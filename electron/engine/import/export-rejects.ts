import { basename } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { kindOf, type Mapping, type RejectsFiles } from '../../../shared/contract/imports.ts';
import { csvLine } from '../bundle/formula-guard.ts';
import { replaceFile } from '../bundle/replace-file.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { appendCustody } from '../custody/log.ts';
import type { Job } from '../jobs/job.ts';
import { reasonKind } from './reason-kind.ts';
import type { RefusedRow } from './row-sorter.ts';

const LF = 10;
const CR = 13;
const BLOCK_BYTES = 1024 * 1024;
const PAGE_ROWS = 100;

interface RejectedSource {
  readonly id: number;
  readonly file: string;
  readonly mapping: Mapping;
  /** A CSV's header line, newline included; null for sources that are written as NDJSON. */
  readonly header: Uint8Array | null;
}

interface RejectRow extends RefusedRow {
  readonly id: number;
}

/**
 * Writes the rejected and conflicting rows of a source as they stand in the file (in UTF-8), so that they can
 * be put right and imported again: CSV under the file's own header line, everything else as NDJSON. Nothing is
 * changed in them, not even what a spreadsheet may take for a formula. Beside them `….reasons.csv` says line
 * and reason of each. A row of which only the beginning was kept stands in the reasons alone.
 * @param target the path; `.csv` becomes `.ndjson` for sources that are no CSV.
 * @throws StillwatchError NOT_FOUND when there is no such source, or it has no such rows; FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
export function exportRejects(open: Case, sha256: string, target: string, job: Job): Promise<RejectsFiles> {
  return open.during(job, async (running) => {
    const source = findRejected(open.db, sha256);
    const path = source.header ? target : target.replace(/\.csv$/i, '.ndjson');
    const reasonsPath = `${path.replace(/\.[^./\\]*$/, '')}.reasons.csv`;
    const counts = await replaceFile(path, running.signal, (rows) =>
      replaceFile(reasonsPath, running.signal, async (reasons) => {
        const out = new Blocks((bytes) => rows.write(bytes));
        const why = new Blocks((bytes) => reasons.write(bytes));
        const counted = await writeRows(open.db, source, out, why);
        await out.flush();
        await why.flush();
        return counted;
      }),
    );
    if (!open.readOnly) logExport(open, { sha256, file: basename(path), ...counts });
    return { file: basename(path), reasonsFile: basename(reasonsPath), ...counts };
  });
}

async function writeRows(db: Database, source: RejectedSource, out: Blocks, why: Blocks) {
  const { header, mapping } = source;
  const newline = header ? newlineOf(header) : Uint8Array.of(LF);
  if (header) await out.put(endsInNewline(header) ? header : Buffer.concat([header, newline]));
  await why.put(
    Buffer.from(csvLine(['line_in_source', 'record_in_rejects', 'kind', 'error_type', 'column', 'message'])),
  );
  let rows = 0;
  let cut = 0;
  for (const { line, kind, reason, raw, recordBytes } of rejectsOf(db, source.id)) {
    const { type, field } = reasonKind(kind, reason, kindOf(mapping));
    const column = field === null ? null : (mapping.columns[field] ?? field);
    const whole = raw.length > 0 && raw.length >= recordBytes;
    if (whole) {
      await out.put(header ? raw : onOneLine(raw));
      await out.put(newline);
      rows++;
    } else cut++;
    const message = whole
      ? reason
      : `${reason}. Of its ${recordBytes.toLocaleString('en')} bytes ${raw.length.toLocaleString('en')} were kept, so it is not in the file of rows: take it from the original file.`;
    await why.put(Buffer.from(csvLine([line, whole ? rows : null, kind, type, column, message])));
  }
  return { rows, cut };
}

function findRejected(db: Database, sha256: string): RejectedSource {
  const found = db
    .prepare('SELECT id, file, format, mapping, header FROM source WHERE sha256 = ? AND published = 1')
    .get(sha256) as
    | { id: number; file: string; format: string; mapping: string; header: Uint8Array | null }
    | undefined;
  if (!found) throw new StillwatchError('NOT_FOUND', 'The case holds no such source. Nothing was written.');
  if (found.format.startsWith('SQLite')) {
    throw new StillwatchError(
      'FILE_UNWRITABLE',
      'This source is a table of a database, whose rows have no text of their own to put right. Nothing was written. Correct them in the database and import it again.',
    );
  }
  const any = db.prepare('SELECT 1 FROM reject WHERE source_id = ?').get(found.id);
  if (!any)
    throw new StillwatchError('NOT_FOUND', 'All rows of this source were stored. Nothing was written.');
  return { ...found, mapping: JSON.parse(found.mapping) };
}

/** In order of the file; page by page, since the case answers other calls meanwhile. */
function* rejectsOf(db: Database, sourceId: number): Iterable<RejectRow> {
  // Rejects of earlier versions were cut to 2,000 bytes and do not say how long they were.
  const page = db.prepare(
    `SELECT id, line, kind, reason, raw,
       CASE WHEN record_bytes = 0 AND length(raw) >= 2000 THEN length(raw) + 1 ELSE record_bytes END AS recordBytes
     FROM reject WHERE source_id = ? AND id > ? ORDER BY id LIMIT ${PAGE_ROWS}`,
  );
  for (let after = 0; ; ) {
    const rows = page.all(sourceId, after) as RejectRow[];
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function logExport(open: Case, detail: Readonly<Record<string, unknown>>): void {
  try {
    open.db
      .transaction(() => appendCustody(open.db, { action: 'rejects.export', author: open.author, detail }))
      .immediate();
  } catch (error) {
    throw cannotWrite(error, 'The rows were written, but that is not in the custody log.');
  }
}

const endsInNewline = (bytes: Uint8Array) => bytes.at(-1) === LF || bytes.at(-1) === CR;

/** As the header line ends; LF when the file is that line alone. */
function newlineOf(header: Uint8Array): Uint8Array {
  if (header.at(-1) === CR) return Uint8Array.of(CR);
  return header.at(-1) === LF && header.at(-2) === CR ? Uint8Array.of(CR, LF) : Uint8Array.of(LF);
}

/** A JSON value has newlines between its parts only, so spaces in their place change nothing. */
function onOneLine(raw: Uint8Array): Uint8Array {
  return raw.map((byte) => (byte === LF || byte === CR ? 32 : byte));
}

/** Gathers small pieces into blocks. */
class Blocks {
  private readonly write: (bytes: Uint8Array) => Promise<unknown>;
  private pieces: Uint8Array[] = [];
  private size = 0;

  constructor(write: (bytes: Uint8Array) => Promise<unknown>) {
    this.write = write;
  }

  async put(bytes: Uint8Array): Promise<void> {
    this.pieces.push(bytes);
    this.size += bytes.length;
    if (this.size >= BLOCK_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.size > 0) await this.write(Buffer.concat(this.pieces));
    this.pieces = [];
    this.size = 0;
  }
}
