import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { readRecord } from '../records/read.ts';
import { annotationWords, changeOf } from './words.ts';

/** @throws StillwatchError NOT_FOUND for an annotation that is no longer there */
export function editAnnotation(open: Case, id: string, text: string): void {
  const before = mustRead(open, id);
  const after = { ...before, text: text.trim().toWellFormed(), changedUs: nowUs() };
  if (after.text === before.text) return;
  act(open, {
    action: 'annotation.edit',
    title: `change ${annotationWords(before)}`,
    changes: [changeOf(id, after)],
  });
}

/** @throws StillwatchError NOT_FOUND for an annotation that is no longer there */
export function removeAnnotation(open: Case, id: string): void {
  const before = mustRead(open, id);
  act(open, {
    action: 'annotation.remove',
    title: `remove ${annotationWords(before)}`,
    changes: [changeOf(id, null)],
  });
}

function mustRead(open: Case, id: string): RecordBody<'annotation'> {
  const found = readRecord(open.db, 'annotation', id);
  if (found) return found;
  throw new StillwatchError('NOT_FOUND', 'This annotation is no longer there. Nothing was changed.');
}
