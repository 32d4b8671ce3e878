import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { RecordBody, RecordKind } from '../../../shared/records/records.ts';
import type { Database } from '../case/database.ts';
import { readRecord } from '../records/read.ts';

/** Records of a finding that have an order, in it. */
export function orderedOf<Kind extends 'hypothesis' | 'evidence'>(
  db: Database,
  kind: Kind,
  finding: string,
): [string, RecordBody<Kind>][] {
  return recordsOf(db, kind, finding).sort(
    ([oneId, one], [otherId, other]) => one.order - other.order || (oneId < otherId ? -1 : 1),
  );
}

/** By cell, `<evidence>/<hypothesis>`. */
export function ratingsOf(db: Database, finding: string): Map<string, RecordBody<'rating'>> {
  return new Map(recordsOf(db, 'rating', finding));
}

function recordsOf<Kind extends 'hypothesis' | 'evidence' | 'rating'>(
  db: Database,
  kind: Kind,
  finding: string,
): [string, RecordBody<Kind>][] {
  const rows = db
    .prepare(`SELECT id, body FROM record WHERE kind = ? AND body ->> '$.finding' = ?`)
    .raw()
    .all(kind, finding) as [string, string][];
  return rows.map(([id, body]) => [id, JSON.parse(body)]);
}

export const cellId = (evidence: string, hypothesis: string) => `${evidence}/${hypothesis}`;

const NAMES = {
  finding: 'finding',
  hypothesis: 'hypothesis',
  evidence: 'row of evidence',
  exhibit: 'exhibit',
};

/** @throws StillwatchError NOT_FOUND */
export function mustRead<Kind extends keyof typeof NAMES & RecordKind>(
  db: Database,
  kind: Kind,
  id: string,
): RecordBody<Kind> {
  const found = readRecord(db, kind, id);
  if (found) return found;
  throw new StillwatchError('NOT_FOUND', `This ${NAMES[kind]} is not in the case. Nothing was changed.`);
}
