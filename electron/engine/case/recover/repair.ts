import { canonicalJson } from '../../canonical-json.ts';
import type { StoredEntry } from '../../custody/chain.ts';
import { grainOf } from '../../import/row-weights.ts';
import { COLUMNS_PER_CHUNK, FIRST_EXTRA } from '../../requests/columns.ts';
import type { Database } from '../database.ts';
import { type CopiedTable, insertInto } from './copy-rows.ts';
import type { Value } from './row.ts';

/** Makes the lost rows of a table of which an index holds every column. @returns how many were made */
export function remakeFromIndex(
  db: Database,
  { damage: { shape, whole }, rowids }: CopiedTable,
  byIndex: ReadonlyMap<number, ReadonlyMap<number, Value>>,
): number {
  const covered = new Set([...(whole?.columns ?? []), shape.alias]);
  if (!shape.columns.every((_, at) => covered.has(at))) return 0;
  const put = insertInto(db, shape);
  let made = 0;
  for (const [rowid, values] of byIndex) {
    if (rowids.has(rowid)) continue;
    const row = shape.columns.map((_, at) => (at === shape.alias ? rowid : (values.get(at) ?? null)));
    if (put(rowid, row)) made++;
  }
  return made;
}

/** Tables whose rows name a source. */
const OF_SOURCES = [
  'request_chunk',
  'account_record',
  'context_event',
  'reject',
  'account_identifier',
  'prompt_use',
];

export interface RemadeSource {
  readonly id: number;
  /** The custody log still tells its import. */
  readonly fromLog: boolean;
}

/**
 * Makes the records of sources that are gone while rows of theirs are left, from their hashes in the index and from the
 * entries of the custody log; what neither tells is left empty and said.
 * @param hashes of the sources there were, by id
 */
export function remakeSources(
  db: Database,
  hashes: ReadonlyMap<number, string>,
  entries: readonly StoredEntry[],
): RemadeSource[] {
  const missing = db
    .prepare(
      `SELECT DISTINCT source_id FROM (${OF_SOURCES.map((table) => `SELECT source_id FROM ${table}`).join(' UNION ')})
       WHERE source_id NOT IN (SELECT id FROM source) ORDER BY source_id`,
    )
    .pluck()
    .all() as number[];
  const insert = db.prepare(
    `INSERT INTO source (id, sha256, content_sha256, file, format, grain, size_bytes, mapping, layout, imported_us, rows_read,
       stored, duplicates, conflicts, rejected, repeats, without_time, first_us, last_us, seconds, published, kind, preset, rules)
     VALUES (@id, @sha256, @sha256, @file, @format, @grain, 0, @mapping, @layout, @importedUs, @rowsRead,
       @stored, @duplicates, @conflicts, @rejected, @repeats, @withoutTime, NULL, NULL, 0, 1, @kind, @preset, @rules)`,
  );
  return missing.flatMap((id) => {
    const sha256 = hashes.get(id);
    // What an import that never ended, or one taken back, left: opening a case removes it.
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) return [];
    const told = sha256 === undefined ? undefined : importOf(entries, sha256);
    const detail = told?.detail ?? {};
    const mapping = detail.mapping ?? { columns: {}, timeFormat: 'iso', timeZone: null, delimiter: null };
    const kind = mapping.kind ?? kindByRows(db, id);
    const left = rowsLeft(db, id, kind);
    const count = (name: string) => (typeof detail[name] === 'number' ? (detail[name] as number) : 0);
    insert.run({
      id,
      sha256: sha256 ?? String(id).padStart(64, '0'),
      file: typeof detail.file === 'string' ? detail.file : `source ${id}, whose record is lost`,
      format: 'not known any more',
      grain: grainIn(mapping),
      mapping: canonicalJson(mapping),
      layout: canonicalJson({ extra: extraColumns(db, id), timeStyle: null }),
      importedUs: told?.atUs ?? 0,
      rowsRead: told ? count('rowsRead') : left,
      stored: told ? count('stored') : left,
      duplicates: count('duplicates'),
      conflicts: count('conflicts'),
      rejected: count('rejected'),
      repeats: count('repeats'),
      withoutTime: count('withoutTime'),
      kind,
      preset: typeof detail.preset === 'string' ? detail.preset : null,
      rules: canonicalJson(Array.isArray(detail.rules) ? detail.rules : []),
    });
    return [{ id, fromLog: told !== undefined }];
  });
}

interface ToldImport {
  readonly atUs: number;
  // biome-ignore lint/suspicious/noExplicitAny: an entry of the log, looked at field by field
  readonly detail: Record<string, any>;
}

/** What the custody log says of the last import of a file. */
function importOf(entries: readonly StoredEntry[], sha256: string): ToldImport | undefined {
  const told = entries.findLast(
    ({ entry }) => entry.includes('"action":"source.import"') && entry.includes(`"sha256":"${sha256}"`),
  );
  return told && JSON.parse(told.entry);
}

function grainIn(mapping: Parameters<typeof grainOf>[0]): string {
  try {
    return grainOf(mapping);
  } catch {
    // A preset that this version does not know.
    return 'request';
  }
}

function kindByRows(db: Database, id: number): 'requests' | 'accounts' | 'context' {
  const has = (table: string) => db.prepare(`SELECT 1 FROM ${table} WHERE source_id = ? LIMIT 1`).get(id);
  if (has('request_chunk')) return 'requests';
  return has('account_record') ? 'accounts' : has('context_event') ? 'context' : 'requests';
}

/** Rows of a source that are left, in its table. */
export function rowsLeft(db: Database, id: number, kind: string): number {
  const sql =
    kind === 'requests'
      ? 'SELECT total(rows) FROM request_chunk WHERE source_id = ?'
      : `SELECT count(*) FROM ${kind === 'accounts' ? 'account_record' : 'context_event'} WHERE source_id = ?`;
  return db.prepare(sql).pluck().get(id) as number;
}

/** Columns of the file that no field took, whose names are lost. */
function extraColumns(db: Database, id: number): { number: number; name: string }[] {
  const numbers = db
    .prepare(
      `SELECT DISTINCT c.key % ${COLUMNS_PER_CHUNK} AS number FROM request_chunk k
       JOIN request_column c ON c.key >= k.id * ${COLUMNS_PER_CHUNK} + ${FIRST_EXTRA} AND c.key < (k.id + 1) * ${COLUMNS_PER_CHUNK}
       WHERE k.source_id = ? ORDER BY number`,
    )
    .pluck()
    .all(id) as number[];
  return numbers.map((number) => ({ number, name: `column ${number - FIRST_EXTRA + 1}, name lost` }));
}

/** Gives accounts that rows are left of a name again, which says that theirs is lost. @returns how many */
export function nameAccounts(db: Database): number {
  return db
    .prepare(
      `INSERT INTO account (id, external_id)
       SELECT account_id, 'name lost, account ' || account_id FROM (
         SELECT account_id FROM account_total UNION SELECT account_id FROM account_record
         UNION SELECT account_id FROM account_identifier)
       WHERE account_id NOT IN (SELECT id FROM account)`,
    )
    .run().changes;
}

/**
 * Takes out rows that refer to others which are gone, table by table, until none is left. An act that takes back one that
 * is gone stays, as one that cannot be taken back.
 * @returns how many were taken out, by table
 */
export function dropUnmoored(db: Database): Map<string, number> {
  const dropped = new Map<string, number>();
  db.exec(
    'UPDATE command SET undoes = NULL, final = 1 WHERE undoes IS NOT NULL AND undoes NOT IN (SELECT id FROM command)',
  );
  for (let again = true; again; ) {
    const found = db.pragma('foreign_key_check') as {
      table: string;
      rowid: number | null;
      parent: string;
      fkid: number;
    }[];
    again = found.length > 0;
    for (const { table, parent, fkid } of new Map(
      found.map((one) => [`${one.table} ${one.fkid}`, one]),
    ).values()) {
      const keys = db.pragma(`foreign_key_list(${table})`) as { id: number; from: string; to: string }[];
      const { from, to } = keys.find(({ id }) => id === fkid) as { from: string; to: string };
      const { changes } = db
        .prepare(
          `DELETE FROM ${table} WHERE ${from} IS NOT NULL AND ${from} NOT IN (SELECT ${to} FROM ${parent})`,
        )
        .run();
      if (changes === 0) again = false;
      dropped.set(table, (dropped.get(table) ?? 0) + changes);
    }
  }
  return dropped;
}
