import type { Case } from '../../../../electron/engine/case/case.ts';
import { importFile } from '../../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../../electron/engine/import/mapping-file.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../../electron/engine/sql/query.ts';
import type { Mapping, Source } from '../../../../shared/contract/imports.ts';
import { fileWith, newCase } from '../../support.ts';

export interface ImportedText {
  readonly open: Case;
  readonly mapping: Mapping;
  readonly source: Source;
  /** Stored rows by column name, absent values left out; `extra` parsed. */
  readonly rows: readonly Record<string, unknown>[];
}

/** Imports a file by detection alone, as the command line does without a mapping. */
export async function importText(
  content: string | Uint8Array,
  name = 'export',
  into?: Case,
): Promise<ImportedText> {
  const open = into ?? (await newCase());
  const path = fileWith(content, name);
  const mapping = await completeMapping(open.db, path, null);
  const {
    sources: [source],
  } = await importFile(open, path, mapping, unwatched);
  return { open, mapping, source, rows: rowsOf(open, source.sha256) };
}

/** One JSON object a line. */
export const lines = (...records: readonly unknown[]) =>
  records.map((record) => JSON.stringify(record)).join('\n');

function rowsOf(open: Case, sha256: string): Record<string, unknown>[] {
  const { columns, rows } = querySql(open, 'SELECT * FROM requests ORDER BY row');
  const at = columns.indexOf('source');
  return rows
    .filter((row) => row[at] === sha256)
    .map((row) => {
      const named = columns.flatMap((column, i) => (row[i] === null ? [] : [[column, row[i]] as const]));
      const { extra, ...fields } = Object.fromEntries(named);
      return { ...fields, extra: typeof extra === 'string' ? JSON.parse(extra) : {} };
    });
}
