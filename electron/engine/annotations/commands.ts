import { z } from 'zod';
import { ANNOTATION_KINDS, type Annotation } from '../../../shared/contract/annotations.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Database } from '../case/database.ts';
import { defineCommand } from '../commands/kinds.ts';
import { readAnnotation } from './read.ts';

const annotation = z.strictObject({
  id: z.uuid(),
  on: z.string(),
  account: z.string(),
  kind: z.enum(ANNOTATION_KINDS),
  text: z.string(),
  author: z.string(),
  createdUs: z.int(),
  changedUs: z.int(),
});

const TITLE_LENGTH = 40;
const shortened = (text: string) => (text.length > TITLE_LENGTH ? `${text.slice(0, TITLE_LENGTH)}…` : text);

function mustRead(db: Database, id: string): Annotation {
  const found = readAnnotation(db, id);
  if (!found)
    throw new StillwatchError('NOT_FOUND', 'This annotation is no longer there. Nothing was changed.');
  return found;
}

function insert(db: Database, added: z.infer<typeof annotation>): void {
  const { id, on, account, kind, text, author, createdUs, changedUs } = added;
  db.prepare(
    `INSERT INTO annotation (id, target, account, kind, text, author, created_us, changed_us)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, on, account, kind, text, author, createdUs, changedUs);
}

function remove(db: Database, id: string): z.infer<typeof annotation> {
  const { gone: _, ...before } = mustRead(db, id);
  db.prepare('DELETE FROM annotation WHERE id = ?').run(id);
  return before;
}

export const addAnnotation = defineCommand({
  kind: 'annotation.add',
  payload: annotation,
  apply(db, added) {
    insert(db, added);
    return { kind: 'annotation.remove', payload: { id: added.id } };
  },
  title: ({ kind, text }) => `add the ${kind} "${shortened(text)}"`,
});

export const editAnnotation = defineCommand({
  kind: 'annotation.edit',
  payload: z.strictObject({ id: z.uuid(), text: z.string(), changedUs: z.int() }),
  apply(db, { id, text, changedUs }) {
    const before = mustRead(db, id);
    db.prepare('UPDATE annotation SET text = ?, changed_us = ? WHERE id = ?').run(text, changedUs, id);
    return { kind: 'annotation.edit', payload: { id, text: before.text, changedUs: before.changedUs } };
  },
  title: ({ text }) => `change an annotation to "${shortened(text)}"`,
});

export const removeAnnotation = defineCommand({
  kind: 'annotation.remove',
  payload: z.strictObject({ id: z.uuid() }),
  apply(db, { id }) {
    return { kind: 'annotation.add', payload: remove(db, id) };
  },
  title: () => 'remove an annotation',
});

/** Several annotations as one act, as when many accounts are tagged at once. */
export const addAnnotations = defineCommand({
  kind: 'annotations.add',
  payload: z.strictObject({ annotations: z.array(annotation).min(1) }),
  apply(db, { annotations }) {
    for (const added of annotations) insert(db, added);
    return { kind: 'annotations.remove', payload: { ids: annotations.map(({ id }) => id) } };
  },
  title: ({ annotations: [{ kind, text }, ...others] }) =>
    `add the ${kind} "${shortened(text)}" to ${others.length + 1} accounts`,
});

export const removeAnnotations = defineCommand({
  kind: 'annotations.remove',
  payload: z.strictObject({ ids: z.array(z.uuid()).min(1) }),
  apply(db, { ids }) {
    return { kind: 'annotations.add', payload: { annotations: ids.map((id) => remove(db, id)) } };
  },
  title: ({ ids }) => `remove ${ids.length} annotations`,
});
