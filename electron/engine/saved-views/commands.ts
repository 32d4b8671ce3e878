import { z } from 'zod';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { viewToSave } from '../../../shared/contract/saved-views.ts';
import { defineCommand } from '../commands/kinds.ts';
import { findSavedView } from './read.ts';

const savedView = z.strictObject({
  ...viewToSave.shape,
  id: z.uuid(),
  author: z.string(),
  createdUs: z.int(),
});

/** Keeps a view under its name; the one that had the name comes back when this is undone. */
export const saveView = defineCommand({
  kind: 'view.save',
  payload: savedView,
  apply(db, { id, name, filter, view, author, createdUs }) {
    const before = findSavedView(db, 'name', name);
    db.prepare('DELETE FROM saved_view WHERE name = ?').run(name);
    db.prepare(
      'INSERT INTO saved_view (id, name, filter, view, author, created_us) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(id, name, JSON.stringify(filter), JSON.stringify(view), author, createdUs);
    return before ? { kind: 'view.save', payload: before } : { kind: 'view.remove', payload: { id } };
  },
  title: ({ name }) => `save the view "${name}"`,
});

export const removeView = defineCommand({
  kind: 'view.remove',
  payload: z.strictObject({ id: z.uuid() }),
  apply(db, { id }) {
    const before = findSavedView(db, 'id', id);
    if (!before) {
      throw new StillwatchError('NOT_FOUND', 'This saved view is no longer there. Nothing was changed.');
    }
    db.prepare('DELETE FROM saved_view WHERE id = ?').run(id);
    return { kind: 'view.save', payload: before };
  },
  title: () => 'remove a saved view',
});
