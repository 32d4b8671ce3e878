import { z } from 'zod';
import {
  kindOf,
  REQUEST_FIELDS,
  type Source,
  TABLE_FIELDS,
  TABLE_KINDS,
} from '../../../../../shared/contract/imports.ts';
import { formatUtc } from '../../../../../shared/time/zone.ts';
import type { Database } from '../../../case/database.ts';
import { reasonKind } from '../../../import/reason-kind.ts';
import { listSources } from '../../../import/sources.ts';
import type { FilesOf } from '../../published/published.ts';
import { text } from '../field-shapes.ts';
import { csvFile, jsonFile } from '../file-of.ts';
import { byText, byTime } from '../order.ts';

/** `data/provenance/mappings/<SHA-256, 16 digits>.json`: how the columns of a source were read. */
export const mappingShape = z.strictObject({
  source: text,
  file: text,
  kind: z.enum(TABLE_KINDS),
  mapping: z
    .strictObject({ columns: z.partialRecord(z.enum(TABLE_FIELDS), text) })
    .catchall(z.unknown())
    .describe('canonical field to column of the file, and how times and texts were read'),
  grain: text,
  preset: text.nullable(),
  rules: z.array(text),
  notes: z.array(text),
  warnings: z.array(text),
});

export const sourcesFiles: FilesOf = async ({ open: { db } }) => [
  csvFile('data/provenance/sources.csv', SOURCES_HEADER, function* () {
    for (const source of publishedSources(db)) yield sourceRow(source, refusals(db, source));
  }),
  csvFile('data/provenance/rejects.csv', REJECTS_HEADER, function* () {
    for (const source of publishedSources(db))
      for (const { kind, type, column, rows } of refusals(db, source))
        yield [source.sha256, source.file, kind, type, column, rows];
  }),
  ...publishedSources(db).map((source) =>
    jsonFile(mappingPath(source), mappingShape, () => mappingRecord(source)),
  ),
];

/** In order of import. */
export function publishedSources(db: Database): Source[] {
  return listSources(db).sort(
    (one, other) => byTime(one.importedUs, other.importedUs) || byText(one.sha256, other.sha256),
  );
}

function mappingPath({ sha256 }: Source): string {
  return `data/provenance/mappings/${sha256.slice(0, 16)}.json`;
}

interface Refusal {
  readonly kind: 'reject' | 'conflict';
  readonly type: string;
  readonly column: string | null;
  readonly rows: number;
}

/** Rows of a source that were not stored, by reason; those of which no reason is published are counted together. */
function refusals(db: Database, source: Source): Refusal[] {
  const rows = db
    .prepare(
      `SELECT r.kind, r.reason, count(*) AS rows FROM reject r JOIN source s ON s.id = r.source_id
       WHERE s.sha256 = ? GROUP BY r.kind, r.reason`,
    )
    .all(source.sha256) as { kind: Refusal['kind']; reason: string; rows: number }[];
  const found = new Map<string, Refusal>();
  const add = (kind: Refusal['kind'], type: string, column: string | null, more: number) => {
    const key = JSON.stringify([kind, type, column]);
    const before = found.get(key)?.rows ?? 0;
    if (more > 0) found.set(key, { kind, type, column, rows: before + more });
  };
  for (const { kind, reason, rows: more } of rows) {
    const { type, field } = reasonKind(kind, reason, kindOf(source.mapping));
    add(kind, type, field === null ? null : (source.mapping.columns[field] ?? field), more);
  }
  const told = (kind: Refusal['kind']) =>
    rows.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.rows, 0);
  add('reject', 'NOT TOLD', null, source.rejected - told('reject'));
  add('conflict', 'NOT TOLD', null, source.conflicts - told('conflict'));
  return [...found.values()].sort(
    (one, other) =>
      byText(one.kind, other.kind) ||
      byText(one.type, other.type) ||
      byText(one.column ?? '', other.column ?? ''),
  );
}

const SOURCES_HEADER = [
  'file',
  'sha256',
  'kind',
  'format',
  'size_bytes',
  'imported_utc',
  'benign_reference',
  'rows_read',
  'stored',
  'duplicates',
  'conflicts',
  'rejected',
  'reasons',
  'repeats',
  'without_time',
  'zone_of_times_without_one',
  'preset',
  'mapping',
];

function sourceRow(source: Source, reasons: readonly Refusal[]) {
  return [
    source.file,
    source.sha256,
    source.kind,
    source.format,
    source.sizeBytes,
    formatUtc(source.importedUs),
    source.reference ? 'yes' : 'no',
    source.rowsRead,
    source.stored,
    source.duplicates,
    source.conflicts,
    source.rejected,
    reasons.map(({ type, rows }) => `${type}: ${rows}`).join('; '),
    source.repeats,
    source.withoutTime,
    source.mapping.timeZone,
    source.preset,
    mappingPath(source).slice('data/provenance/'.length),
  ];
}

/** A row for each reason. */
const REJECTS_HEADER = ['source_sha256', 'file', 'kind', 'reason', 'column', 'rows'];

function mappingRecord({ sha256, file, kind, mapping, grain, preset, rules, notes, warnings }: Source) {
  const columns = [...new Set([...REQUEST_FIELDS, ...TABLE_FIELDS])].flatMap((field) => {
    const column = mapping.columns[field];
    return column === undefined ? [] : [[field, column] as const];
  });
  const { columns: _, ...rest } = mapping;
  return {
    source: sha256,
    file,
    kind,
    mapping: { columns: Object.fromEntries(columns), ...rest },
    grain,
    preset,
    rules,
    notes,
    warnings,
  };
}
