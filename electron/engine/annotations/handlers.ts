import type { Annotation } from '../../../shared/contract/annotations.ts';
import {
  addAnnotation,
  editAnnotation,
  listAnnotations,
  removeAnnotation,
  tagAccounts,
} from '../../../shared/contract/annotations.ts';
import { nowUs } from '../clock.ts';
import { runCommand } from '../commands/run.ts';
import { handle } from '../handle.ts';
import { annotate } from './annotate.ts';
import { editAnnotation as edit, removeAnnotation as remove } from './commands.ts';
import { listAnnotations as list, readAnnotation } from './read.ts';
import { tagAccounts as tag } from './tag-accounts.ts';

export const handlers = [
  handle(listAnnotations, ({ case: { db } }, { account }) => list(db, account)),
  handle(addAnnotation, ({ case: open }, { on, kind, text }) => annotate(open, on, kind, text)),
  handle(tagAccounts, ({ case: open }, { ids, text }) => tag(open, ids, text)),
  handle(editAnnotation, ({ case: open }, { id, text }) => {
    runCommand(open, edit, { id, text: text.toWellFormed(), changedUs: nowUs() });
    return readAnnotation(open.db, id) as Annotation;
  }),
  handle(removeAnnotation, ({ case: open }, { id }) => {
    runCommand(open, remove, { id });
    return null;
  }),
];
