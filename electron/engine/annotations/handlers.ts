import type { Annotation } from '../../../shared/contract/annotations.ts';
import {
  addAnnotation,
  describeTag,
  editAnnotation,
  listAnnotations,
  listTags,
  removeAnnotation,
  renameTag,
  setStar,
  tagAccounts,
} from '../../../shared/contract/annotations.ts';
import { handle } from '../handle.ts';
import { annotate } from './annotate.ts';
import { editAnnotation as edit, removeAnnotation as remove } from './change.ts';
import { listAnnotations as list, readAnnotation } from './read.ts';
import { setStar as star } from './star.ts';
import { tagAccounts as tag } from './tag-accounts.ts';
import { describeTag as describe, renameTag as rename, listTags as tags } from './tags.ts';

export const handlers = [
  handle(listAnnotations, ({ case: { db } }, { account, on }) => list(db, account, on ?? null)),
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
  handle(setStar, ({ case: open }, { on, starred }) => {
    star(open, on, starred);
    return null;
  }),
  handle(listTags, ({ case: { db } }) => tags(db)),
  handle(describeTag, ({ case: open }, { tag: name, colour, meaning }) => {
    describe(open, name, colour, meaning);
    return null;
  }),
  handle(renameTag, ({ case: open }, { from, to }) => rename(open, from, to)),
];
