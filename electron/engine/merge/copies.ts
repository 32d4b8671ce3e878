import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Database } from '../case/database.ts';
import type { KeptChange } from '../records/change.ts';
import { keyOf, type RecordSet } from './three-way.ts';

/** Everything that people wrote in a copy. */
export function readRecords(db: Database): Map<string, unknown> {
  const rows = db.prepare('SELECT kind, id, body FROM record').raw().iterate() as Iterable<
    [string, string, string]
  >;
  return new Map([...rows].map(([kind, id, body]) => [keyOf(kind, id), JSON.parse(body)]));
}

/** Who changed a record last in a copy, undoings included; null where its commands do not tell. */
export function lastAuthors(db: Database): Map<string, string> {
  const rows = db.prepare('SELECT author, changes FROM command ORDER BY seq').raw().iterate();
  const authors = new Map<string, string>();
  for (const [author, changes] of rows as Iterable<[string, string]>)
    for (const { kind, id } of JSON.parse(changes) as KeptChange[]) authors.set(keyOf(kind, id), author);
  return authors;
}

interface Command {
  readonly seq: number;
  readonly id: string;
  readonly atUs: number;
}

/**
 * The records of the latest state that both copies grew from. A copy holds what another had done up to a command if it
 * has that command itself, or was merged with it then; of the two states found so, one seen from each side, the later
 * one is taken.
 * @throws StillwatchError BAD_ARGS for copies of different cases
 */
export function commonAncestor(one: Database, other: Database): RecordSet {
  const found = [lastHeldBy(one, other), lastHeldBy(other, one)];
  if (!found[0] || !found[1])
    throw new StillwatchError(
      'BAD_ARGS',
      'This is another case, not a copy of this one. Nothing was changed. Only copies of one case can be merged.',
    );
  return isLater(one, found[0], other, found[1]) ? stateAt(one, found[0]) : stateAt(other, found[1]);
}

/**
 * Whether what `other` holds of `one` is later than what `one` holds of `other`. Clocks of two computers differ by years
 * at times, so what either has done or taken in by when decides; the clocks do only where each took something in that
 * the other had not yet.
 */
function isLater(one: Database, mine: Command, other: Database, theirs: Command): boolean {
  const theirsHoldsMine = heldSince(other, mine.id) <= theirs.seq;
  const mineHoldsTheirs = heldSince(one, theirs.id) <= mine.seq;
  return theirsHoldsMine === mineHoldsTheirs ? mine.atUs >= theirs.atUs : mineHoldsTheirs;
}

/** With which of its commands a copy came to hold a command of any copy. */
function heldSince(db: Database, id: string): number {
  const seq = db
    .prepare(
      `SELECT min(seq) FROM command WHERE id = ? OR seq IN (
         SELECT c.seq FROM command c, json_each(c.changes) k
         WHERE c.action = 'case.merge' AND k.value ->> '$.kind' = 'mergedCopy' AND k.value ->> '$.id' = ?)`,
    )
    .pluck()
    .get(id, id) as number | null;
  return seq ?? Number.POSITIVE_INFINITY;
}

/** The last command of `db` that `other` holds; undefined for none. */
function lastHeldBy(db: Database, other: Database): Command | undefined {
  const held = new Set(
    other
      .prepare("SELECT id FROM command UNION SELECT id FROM record WHERE kind = 'mergedCopy'")
      .pluck()
      .all(),
  );
  const commands = db
    .prepare('SELECT seq, id, at_us AS atUs FROM command ORDER BY seq DESC')
    .iterate() as Iterable<Command>;
  for (const command of commands) if (held.has(command.id)) return command;
  return undefined;
}

/** What the records were right after a command: the changes of those after it taken back, the last first. */
function stateAt(db: Database, { seq }: Command): RecordSet {
  const records = readRecords(db);
  const later = db
    .prepare('SELECT changes FROM command WHERE seq > ? ORDER BY seq DESC')
    .pluck()
    .iterate(seq);
  for (const changes of later as Iterable<string>) {
    for (const { kind, id, before } of (JSON.parse(changes) as KeptChange[]).reverse()) {
      if (before === null) records.delete(keyOf(kind, id));
      else records.set(keyOf(kind, id), before);
    }
  }
  return records;
}
