import type { Annotation } from '../../../shared/contract/annotations.ts';
import {
  addAnnotation,
  editAnnotation,
  listAnnotations,
  removeAnnotation,
  tagAccounts,
} from '../../../shared/contract/annotations.ts';
import { handle } from '../handle.ts';
import { annotate } from './annotate.ts';
import { editAnnotation as edit, removeAnnotation as remove } from './change.ts';
import { listAnnotations as list, readAnnotation } from './read.ts';
import { tagAccounts as tag } from './tag-accounts.ts';

export const handlers = [
  handle(listAnnotations, ({ case: { db } }, { account }) => list(db, account)),
  handle(addAnnotation, ({ case: open }, { on, kind, text }) => annotate(open, on, kind, text)),
  handle(tagAccounts, ({ case: open }, { ids, text }) => tag(open, ids, text)),
  handle(editAnnotation, ({ case: open }, { id, text }) => {
    edit(open, id, text);
    return readAnnotation(open.db, id) as Annotation;
  }),
  handle(removeAnnotation, ({ case: open }, { id }) => {
    remove(open, id);
    return null;
  }),
];
