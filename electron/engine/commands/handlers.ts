import { historyState, redo, undo } from '../../../shared/contract/annotations.ts';
import { handle } from '../handle.ts';
import { redo as redoNow, historyState as stateOf, undo as undoNow } from './run.ts';

export const handlers = [
  handle(historyState, ({ case: { db } }) => stateOf(db)),
  handle(undo, ({ case: open }) => undoNow(open)),
  handle(redo, ({ case: open }) => redoNow(open)),
];
