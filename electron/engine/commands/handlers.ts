import { goToAct, historyState, listHistory, redo, undo } from '../../../shared/contract/history.ts';
import { handle } from '../handle.ts';
import { goToAct as goTo } from './go-to.ts';
import { listHistory as list } from './list.ts';
import { redo as redoNow, historyState as stateOf, undo as undoNow } from './undo.ts';

export const handlers = [
  handle(historyState, ({ case: { db } }) => stateOf(db)),
  handle(listHistory, ({ case: { db } }, { before, limit }) => list(db, before, limit)),
  handle(undo, ({ case: open }) => undoNow(open)),
  handle(goToAct, ({ case: open }, { seq }) => goTo(open, seq)),
  handle(redo, ({ case: open }) => redoNow(open)),
];
