import type { RecordBody, RecordKind } from '../../../shared/records/records.ts';
import type { Database } from '../case/database.ts';

/** What people wrote as this record; null where there is none. */
export function readRecord<Kind extends RecordKind>(
  db: Database,
  kind: Kind,
  id: string,
): RecordBody<Kind> | null {
  const body = db.prepare('SELECT body FROM record WHERE kind = ? AND id = ?').pluck().get(kind, id);
  return body === undefined ? null : JSON.parse(body as string);
}

/** All records of a kind, by id. */
export function listRecords<Kind extends RecordKind>(db: Database, kind: Kind): [string, RecordBody<Kind>][] {
  const rows = db.prepare('SELECT id, body FROM record WHERE kind = ? ORDER BY id').raw().all(kind);
  return (rows as [string, string][]).map(([id, body]) => [id, JSON.parse(body)]);
}
