import { v7 as uuidv7 } from 'uuid';
import type { Annotation, AnnotationKind } from '../../../shared/contract/annotations.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { resolveReference } from './resolve.ts';
import { annotationWords, changeOf } from './words.ts';

/**
 * Puts a tag, comment or star on what a reference names.
 * @throws StillwatchError BAD_ARGS for no reference, NOT_FOUND when the case does not hold what it names
 */
export function annotate(open: Case, on: string, kind: AnnotationKind, text: string): Annotation {
  const reference = parseReference(on);
  if (!reference) {
    throw new StillwatchError(
      'BAD_ARGS',
      'This is no reference to anything in a case. Nothing was written. References look like account:ID, operator:ID, request:SHA256/ROW or range:FROM-TO@account:ID.',
    );
  }
  const found = resolveReference(open.db, reference);
  if (!found)
    throw new StillwatchError('NOT_FOUND', `The case holds no such ${reference.kind}. Nothing was written.`);
  const atUs = nowUs();
  const annotation: RecordBody<'annotation'> = {
    on: formatReference(reference),
    account: found.account,
    kind,
    // Half a surrogate pair has no UTF-8 form, so no hash could ever vouch for it.
    text: kind === 'star' ? '' : text.trim().toWellFormed(),
    author: open.author,
    createdUs: atUs,
    changedUs: atUs,
  };
  const id = uuidv7();
  act(open, {
    action: 'annotation.add',
    title: `add ${annotationWords(annotation)}`,
    changes: [changeOf(id, annotation)],
  });
  return { id, ...annotation, gone: false };
}
