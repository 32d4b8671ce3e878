import { v7 as uuidv7 } from 'uuid';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { SavedView, ViewToSave } from '../../../shared/contract/saved-views.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { listRecords, readRecord } from '../records/read.ts';

/** Keeps a view under its name, in place of one that had it; that one comes back when this is undone. */
export function saveView(open: Case, { name, filter, view }: ViewToSave): SavedView {
  // Half a surrogate pair has no UTF-8 form, so no hash could ever vouch for it.
  const wellFormed = name.trim().toWellFormed();
  const before = listRecords(open.db, 'savedView').filter(([, saved]) => saved.name === wellFormed);
  const id = uuidv7();
  const body = { name: wellFormed, filter, view, author: open.author, createdUs: nowUs() };
  act(open, {
    action: 'view.save',
    title: `save the view "${wellFormed}"`,
    changes: [
      ...before.map(([old]) => ({ kind: 'savedView' as const, id: old, body: null })),
      { kind: 'savedView', id, body },
    ],
  });
  return { id, ...body };
}

/** @throws StillwatchError NOT_FOUND */
export function removeView(open: Case, id: string): void {
  const before = readRecord(open.db, 'savedView', id);
  if (!before)
    throw new StillwatchError('NOT_FOUND', 'This saved view is no longer there. Nothing was changed.');
  act(open, {
    action: 'view.remove',
    title: `remove the view "${before.name}"`,
    changes: [{ kind: 'savedView', id, body: null }],
  });
}
