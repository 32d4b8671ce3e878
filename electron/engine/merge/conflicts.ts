import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { ListedConflict } from '../../../shared/contract/merge.ts';
import { RECORDS, type RecordBody, type RecordKind } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { act } from '../commands/act.ts';
import type { RecordChange } from '../records/change.ts';
import { listRecords, readRecord } from '../records/read.ts';

/** All conflicts that nobody has decided, by kind and id of what they are about. */
export function listConflicts(db: Database): ListedConflict[] {
  return listRecords(db, 'conflict')
    .map(([conflict, body]) => ({ conflict, ...body, now: valueNow(db, body) }))
    .sort((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id) || compare(a.field ?? '', b.field ?? ''));
}

export function countConflicts(db: Database): number {
  return db.prepare("SELECT count(*) FROM record WHERE kind = 'conflict'").pluck().get() as number;
}

/**
 * Decides a conflict for one side, or for what stands now.
 * @throws StillwatchError NOT_FOUND where it is decided already
 */
export function decideConflict(open: Case, conflict: string, side: number | null): void {
  const body = readRecord(open.db, 'conflict', conflict);
  if (!body)
    throw new StillwatchError('NOT_FOUND', 'This conflict has been decided already. Nothing was changed.');
  const decided: RecordChange = { kind: 'conflict', id: conflict, body: null };
  const chosen = side === null ? [] : change(open.db, body, body.sides[side].value);
  act(open, {
    action: 'conflict.decide',
    title: 'decide a conflict of two copies',
    changes: [...chosen, decided],
  });
}

function valueNow(db: Database, { kind, id, field }: RecordBody<'conflict'>): unknown {
  const record = Object.hasOwn(RECORDS, kind) ? readRecord(db, kind as RecordKind, id) : null;
  return field === null || record === null ? record : ((record as Record<string, unknown>)[field] ?? null);
}

function change(db: Database, { kind, id, field }: RecordBody<'conflict'>, value: unknown): RecordChange[] {
  const record = readRecord(db, kind as RecordKind, id);
  // A field of what is there no more has nowhere to go; the record itself is brought back whole.
  if (field !== null && record === null) return [];
  return [{ kind, id, body: field === null ? value : { ...record, [field]: value } } as RecordChange];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
