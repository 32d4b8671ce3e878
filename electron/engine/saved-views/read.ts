import { type SavedView, viewToSave } from '../../../shared/contract/saved-views.ts';
import type { Database } from '../case/database.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly filter: string;
  readonly view: string;
  readonly author: string;
  readonly createdUs: number;
}

const SELECT = 'SELECT id, name, filter, view, author, created_us AS createdUs FROM saved_view';

export function listSavedViews(db: Database): SavedView[] {
  return (db.prepare(`${SELECT} ORDER BY name`).all() as Row[]).flatMap((row) => savedViewOf(row) ?? []);
}

export function findSavedView(db: Database, by: 'id' | 'name', value: string): SavedView | null {
  const row = db.prepare(`${SELECT} WHERE ${by} = ?`).get(value) as Row | undefined;
  return row ? savedViewOf(row) : null;
}

/** null for what is no view: a case is a file that anybody may have written. */
function savedViewOf({ filter, view, ...row }: Row): SavedView | null {
  const saved = viewToSave.safeParse({ name: row.name, filter: parsed(filter), view: parsed(view) });
  return saved.success ? { ...row, ...saved.data } : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
