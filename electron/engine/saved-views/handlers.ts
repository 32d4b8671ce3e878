import { listSavedViews, removeSavedView, saveView } from '../../../shared/contract/saved-views.ts';
import { handle } from '../handle.ts';
import { listSavedViews as list } from './read.ts';
import { removeView, saveView as save } from './save.ts';

export const handlers = [
  handle(listSavedViews, ({ case: { db } }) => list(db)),
  handle(saveView, ({ case: open }, toSave) => save(open, toSave)),
  handle(removeSavedView, ({ case: open }, { id }) => {
    removeView(open, id);
    return null;
  }),
];
