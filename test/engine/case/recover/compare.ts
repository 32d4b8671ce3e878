import { createHash } from 'node:crypto';
import { type Database, openDatabase } from '../../../../electron/engine/case/database.ts';
import type { CaseKey } from '../../../../electron/engine/case/key.ts';
import {
  ANALYSIS_TABLES,
  HUMAN_TABLES,
  IMPORTED_TABLES,
} from '../../../../electron/engine/case/recover/tables.ts';

/** Of requests and prompts that are left, counted anew where any are gone. */
export const COUNTED: ReadonlySet<string> = new Set([
  'account_total',
  'account_activity',
  'source_value',
  'account_value',
  'prompt_use',
]);

const SAVED = [...IMPORTED_TABLES.keys(), ...HUMAN_TABLES.keys(), ...ANALYSIS_TABLES];
/** Every row of a case as text, by table. */
export type Rows = ReadonlyMap<string, ReadonlySet<string>>;

export function rowsOf(path: string, key: CaseKey | null): Rows {
  const db = openDatabase(path, { key, readOnly: true });
  try {
    const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    return new Map(SAVED.filter((name) => names.includes(name)).map((name) => [name, rowsIn(db, name)]));
  } finally {
    db.close();
  }
}

function rowsIn(db: Database, table: string): Set<string> {
  // What a recovery sets anew by intention.
  const left = (columns: string[]) => columns.filter((column) => !SET_ANEW.has(`${table}.${column}`));
  const columns = left((db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name));
  const rows = db
    .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
    .raw()
    .iterate() as Iterable<unknown[]>;
  const all = new Set<string>();
  for (const row of rows)
    all.add(
      row
        .map((value) =>
          value instanceof Uint8Array
            ? createHash('sha1').update(value).digest('hex')
            : JSON.stringify(value),
        )
        .join('|'),
    );
  return all;
}

const SET_ANEW = new Set([
  'source.warnings',
  'source.first_us',
  'source.last_us',
  'source.without_time',
  'source.values_counted',
  'request_chunk.first_us',
  'request_chunk.last_us',
  'prompt_block.searchable',
  'account_activity.id',
]);
