import { v7 as uuidv7 } from 'uuid';
import type { SavedView, ViewToSave } from '../../../shared/contract/saved-views.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { runCommand } from '../commands/run.ts';
import { saveView } from './commands.ts';

/** Keeps a view under its name, in place of one that had it. */
export function save(open: Case, { name, filter, view }: ViewToSave): SavedView {
  // Half a surrogate pair has no UTF-8 form, so no hash could ever vouch for it.
  const wellFormed = name.trim().toWellFormed();
  const saved = { id: uuidv7(), name: wellFormed, filter, view, author: open.author, createdUs: nowUs() };
  runCommand(open, saveView, saved);
  return saved;
}
