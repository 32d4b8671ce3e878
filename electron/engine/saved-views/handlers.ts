import { listSavedViews, removeSavedView, saveView } from '../../../shared/contract/saved-views.ts';
import { runCommand } from '../commands/run.ts';
import { handle } from '../handle.ts';
import { removeView } from './commands.ts';
import { listSavedViews as list } from './read.ts';
import { save } from './save.ts';

export const handlers = [
  handle(listSavedViews, ({ case: { db } }) => list(db)),
  handle(saveView, ({ case: open }, toSave) => save(open, toSave)),
  handle(removeSavedView, ({ case: open }, { id }) => {
    runCommand(open, removeView, { id });
    return null;
  }),
];
