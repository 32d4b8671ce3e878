import { REQUEST_FIELDS, type Source } from '../../../shared/contract/imports.ts';
import { formatUtc } from '../../../shared/time/zone.ts';
import type { BagFile } from './bag/bag.ts';
import { csvLine } from './formula-guard.ts';
import { json } from './json-text.ts';

/** The imported files and how their rows reconcile. */
export function* sourcesCsv(sources: readonly Source[]): Generator<string> {
  yield csvLine([
    'file',
    'sha256',
    'format',
    'size_bytes',
    'imported_utc',
    'rows_read',
    'stored',
    'duplicates',
    'conflicts',
    'rejected',
    'repeats',
    'without_time',
    'zone_of_times_without_one',
    'mapping',
  ]);
  for (const source of sources) {
    yield csvLine([
      source.file,
      source.sha256,
      source.format,
      source.sizeBytes,
      formatUtc(source.importedUs),
      source.rowsRead,
      source.stored,
      source.duplicates,
      source.conflicts,
      source.rejected,
      source.repeats,
      source.withoutTime,
      source.mapping.timeZone,
      `mappings/${source.sha256.slice(0, 16)}.json`,
    ]);
  }
}

/** One file per source: how its columns were read. */
export function* mappingFiles(sources: readonly Source[]): Generator<BagFile> {
  for (const source of sources) {
    yield {
      path: `data/provenance/mappings/${source.sha256.slice(0, 16)}.json`,
      content: json(mappingRecord(source)),
    };
  }
}

function mappingRecord({
  sha256,
  file,
  mapping,
  grain,
  preset,
  rules,
  notes,
}: Source): Record<string, unknown> {
  const columns = REQUEST_FIELDS.flatMap((field) => {
    const column = mapping.columns[field];
    return column === undefined ? [] : [[field, column] as const];
  });
  const { columns: _, ...rest } = mapping;
  return {
    source: sha256,
    file,
    mapping: { columns: Object.fromEntries(columns), ...rest },
    grain,
    preset,
    rules,
    notes,
  };
}
