import { v7 as uuidv7 } from 'uuid';
import type { HistoryState } from '../../../shared/contract/annotations.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../canonical-json.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { nowUs } from '../clock.ts';
import { appendCustody } from '../custody/log.ts';
import { foldHistory, type HistoryEntry } from './history.ts';
import { type CommandKind, commandKind } from './kinds.ts';

/**
 * Runs one human act: applies it, keeps the command and appends it to the custody log, in one transaction.
 * There is no other way to write human data.
 */
export function runCommand<Payload>(open: Case, kind: CommandKind<Payload>, payload: Payload): void {
  perform(open, kind, payload, null);
}

export function undo(open: Case): HistoryState {
  const { undo: id } = foldHistory(historyEntries(open.db));
  if (id) takeBack(open, id);
  return historyState(open.db);
}

export function redo(open: Case): HistoryState {
  const { redo: id } = foldHistory(historyEntries(open.db));
  if (id) takeBack(open, id);
  return historyState(open.db);
}

export function historyState(db: Database): HistoryState {
  const { undo: undoId, redo: redoId } = foldHistory(historyEntries(db));
  const redoTarget = redoId && db.prepare('SELECT undoes FROM command WHERE id = ?').pluck().get(redoId);
  return {
    undo: undoId && originalTitle(db, undoId),
    redo: redoTarget ? originalTitle(db, redoTarget as string) : null,
  };
}

function perform<Payload>(
  open: Case,
  kind: CommandKind<Payload>,
  payload: Payload,
  undoes: string | null,
): void {
  open.refuseIfReadOnly();
  const { db, author } = open;
  const id = uuidv7();
  const atUs = nowUs();
  try {
    db.transaction(() => {
      const checked = kind.payload.parse(payload);
      const inverse = kind.apply(db, checked);
      db.prepare(
        `INSERT INTO command (id, at_us, author, kind, payload, inverse_kind, inverse_payload, undoes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        id,
        atUs,
        author,
        kind.kind,
        canonicalJson(checked),
        inverse?.kind ?? null,
        inverse ? canonicalJson(inverse.payload) : null,
        undoes,
      );
      const detail = { command: id, payload: checked, ...(undoes ? { undoes } : {}) };
      appendCustody(db, { action: kind.kind, author, detail }, atUs);
    }).immediate();
  } catch (error) {
    throw cannotWrite(error, 'Nothing was written.');
  }
}

function takeBack(open: Case, id: string): void {
  const row = open.db.prepare('SELECT inverse_kind, inverse_payload FROM command WHERE id = ?').get(id) as {
    inverse_kind: string | null;
    inverse_payload: string | null;
  };
  if (!row.inverse_kind || !row.inverse_payload) {
    throw new StillwatchError('NOT_FOUND', 'This act cannot be taken back.');
  }
  perform(open, commandKind(row.inverse_kind), JSON.parse(row.inverse_payload), id);
}

function* historyEntries(db: Database): Iterable<HistoryEntry> {
  const rows = db.prepare('SELECT id, undoes, inverse_kind FROM command ORDER BY seq').raw().iterate();
  for (const row of rows as Iterable<[string, string | null, string | null]>) {
    yield { id: row[0], undoes: row[1], canBeUndone: row[2] !== null };
  }
}

/** The title of the fresh act behind a chain of undoings and redoings. */
function originalTitle(db: Database, id: string): string {
  const get = db.prepare('SELECT undoes, kind, payload FROM command WHERE id = ?');
  let row = get.get(id) as { undoes: string | null; kind: string; payload: string };
  while (row.undoes) row = get.get(row.undoes) as typeof row;
  return commandKind(row.kind).title(JSON.parse(row.payload));
}
