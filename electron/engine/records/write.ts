import { StillwatchError } from '../../../shared/contract/errors.ts';
import { RECORDS } from '../../../shared/records/records.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from '../case/database.ts';
import type { KeptChange, RecordChange } from './change.ts';

/** The changes that do change something, each with what is there now. Bodies that are not of their kind's form throw. */
export function effectiveChanges(db: Database, changes: readonly RecordChange[]): KeptChange[] {
  const find = db.prepare('SELECT body FROM record WHERE kind = ? AND id = ?').pluck();
  const seen = new Map<string, unknown>();
  return changes.flatMap(({ kind, id, body }) => {
    const key = `${kind} ${id}`;
    const before = seen.has(key) ? seen.get(key) : parsed(find.get(kind, id) as string | undefined);
    const after = body === null ? null : RECORDS[kind].parse(body);
    seen.set(key, after);
    return same(before, after) ? [] : [{ kind, id, before, after }];
  });
}

/**
 * Writes records; call it inside the transaction that records the act.
 * @throws StillwatchError CONFLICT where a record is not what the change found
 */
export function writeChanges(db: Database, changes: readonly KeptChange[]): void {
  const find = db.prepare('SELECT body FROM record WHERE kind = ? AND id = ?').pluck();
  const put = db.prepare(
    'INSERT INTO record (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
  );
  const drop = db.prepare('DELETE FROM record WHERE kind = ? AND id = ?');
  for (const { kind, id, before, after } of changes) {
    if (!same(parsed(find.get(kind, id) as string | undefined), before)) throw changedMeanwhile();
    if (after === null) drop.run(kind, id);
    else put.run(kind, id, canonicalJson(after));
  }
}

function parsed(body: string | undefined): unknown {
  return body === undefined ? null : JSON.parse(body);
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function changedMeanwhile(): StillwatchError {
  return new StillwatchError(
    'CONFLICT',
    'What this would change has been changed since, so nothing was written. Look at it as it is now.',
  );
}
