import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Reject, Source } from '../../../shared/contract/imports.ts';
import type { Database } from '../case/database.ts';

interface SourceRow
  extends Omit<
    Source,
    'mapping' | 'rules' | 'notes' | 'warnings' | 'times' | 'reference' | 'alreadyImported'
  > {
  readonly mapping: string;
  readonly rules: string;
  readonly notes: string;
  readonly warnings: string;
  readonly times: string | null;
  readonly reference: number;
}

const SELECT_SOURCE = `
  SELECT sha256, kind, file, format, size_bytes AS sizeBytes, imported_us AS importedUs, rows_read AS rowsRead, stored,
         duplicates, conflicts, rejected, repeats, without_time AS withoutTime, mapping, grain, preset, rules, notes, warnings, times, seconds,
         sha256 IN (SELECT id FROM record WHERE kind = 'referenceSource') AS reference
  FROM source`;

const toSource = (row: SourceRow): Source => ({
  ...row,
  mapping: JSON.parse(row.mapping),
  rules: JSON.parse(row.rules),
  notes: JSON.parse(row.notes),
  warnings: JSON.parse(row.warnings),
  times: row.times === null ? null : JSON.parse(row.times),
  reference: row.reference === 1,
  alreadyImported: false,
});

export function readSource(db: Database, id: number): Source {
  return toSource(db.prepare(`${SELECT_SOURCE} WHERE id = ?`).get(id) as SourceRow);
}

/** Published sources, in order of import. */
export function listSources(db: Database): Source[] {
  return (db.prepare(`${SELECT_SOURCE} WHERE published = 1 ORDER BY id`).all() as SourceRow[]).map(toSource);
}

/** The published source of these bytes, packed or unpacked. */
export function findSource(db: Database, sha256: string): Source | undefined {
  const row = db
    .prepare(`${SELECT_SOURCE} WHERE published = 1 AND (sha256 = ? OR content_sha256 = ?)`)
    .get(sha256, sha256) as SourceRow | undefined;
  return row && toSource(row);
}

/** The published source of this very file. It is hashed only when a source of its size is there. */
export async function findSourceOfFile(db: Database, path: string): Promise<Source | undefined> {
  const size = await stat(path).then(
    (info) => (info.isFile() ? info.size : undefined),
    () => undefined,
  );
  if (size === undefined) return undefined;
  const ofSameSize = db
    .prepare('SELECT count(*) FROM source WHERE published = 1 AND size_bytes = ?')
    .pluck()
    .get(size);
  return ofSameSize ? findSource(db, await hashFile(path)) : undefined;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(block);
  return hash.digest('hex');
}

const RAW_BYTES_SHOWN = 2000;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function listRejects(db: Database, sha256: string, limit: number): Reject[] {
  const rows = db
    .prepare(
      `SELECT r.line, r.reason, substr(r.raw, 1, ${RAW_BYTES_SHOWN}) AS raw FROM reject r JOIN source s ON s.id = r.source_id
       WHERE s.sha256 = ? AND s.published = 1 ORDER BY r.line LIMIT ?`,
    )
    .all(sha256, limit) as { line: number; reason: string; raw: Uint8Array }[];
  return rows.map(({ line, reason, raw }) => ({ line, reason, raw: decoder.decode(raw) }));
}
