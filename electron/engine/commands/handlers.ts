import { historyState, listHistory, redo, undo } from '../../../shared/contract/history.ts';
import { handle } from '../handle.ts';
import { listHistory as list } from './list.ts';
import { redo as redoNow, historyState as stateOf, undo as undoNow } from './undo.ts';

export const handlers = [
  handle(historyState, ({ case: { db } }) => stateOf(db)),
  handle(listHistory, ({ case: { db } }, { before, limit }) => list(db, before, limit)),
  handle(undo, ({ case: open }) => undoNow(open)),
  handle(redo, ({ case: open }) => redoNow(open)),
];
