import type { HistoryState } from '../../../shared/contract/history.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { reversed } from '../records/change.ts';
import { type Turn, takeBack } from './act.ts';
import { HistoryFold } from './history.ts';

/** Takes back the last act that still stands; nothing happens where there is none. */
export function undo(open: Case): HistoryState {
  step(open, 'undo', foldOf(open.db).undo);
  return historyState(open.db);
}

/** Takes back the last undoing. */
export function redo(open: Case): HistoryState {
  step(open, 'redo', foldOf(open.db).redo);
  return historyState(open.db);
}

export function historyState(db: Database): HistoryState {
  const { undo: undoId, redo: redoId } = foldOf(db);
  const title = db.prepare('SELECT title FROM command WHERE id = ?').pluck();
  const titleOf = (id: string | null) => (id === null ? null : (title.get(id) as string));
  return { undo: titleOf(undoId), redo: titleOf(redoId) };
}

function step(open: Case, action: Turn['action'], undoes: string | null): void {
  if (undoes === null) return;
  const { title, changes } = open.db
    .prepare('SELECT title, changes FROM command WHERE id = ?')
    .get(undoes) as {
    title: string;
    changes: string;
  };
  takeBack(open, { action, title, undoes, changes: reversed(JSON.parse(changes)) });
}

/** Folds go on from where they were: the commands before are not read again. */
const folds = new WeakMap<Database, { fold: HistoryFold; seq: number }>();

function foldOf(db: Database): HistoryFold {
  const known = folds.get(db) ?? { fold: new HistoryFold(), seq: 0 };
  const rows = db
    .prepare('SELECT seq, id, undoes, final FROM command WHERE seq > ? ORDER BY seq')
    .raw()
    .iterate(known.seq) as Iterable<[number, string, string | null, number]>;
  for (const [seq, id, undoes, final] of rows) {
    known.fold.next({ id, undoes, canBeUndone: final === 0 });
    known.seq = seq;
  }
  folds.set(db, known);
  return known.fold;
}
