import { type SavedView, viewToSave } from '../../../shared/contract/saved-views.ts';
import type { Database } from '../case/database.ts';
import { listRecords } from '../records/read.ts';

/** By name. What is no view is left out: a case is a file that anybody may have written. */
export function listSavedViews(db: Database): SavedView[] {
  return listRecords(db, 'savedView')
    .flatMap(([id, { author, createdUs, ...body }]) => {
      const view = viewToSave.safeParse(body);
      return view.success ? { id, author, createdUs, ...view.data } : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
