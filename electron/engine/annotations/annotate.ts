import { v7 as uuidv7 } from 'uuid';
import type { Annotation, AnnotationKind } from '../../../shared/contract/annotations.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { nowUs } from '../clock.ts';
import { runCommand } from '../commands/run.ts';
import { findRequest } from '../requests/find-request.ts';
import { addAnnotation } from './commands.ts';

/**
 * Puts a tag or comment on what a reference names.
 * @throws StillwatchError BAD_ARGS for no reference, NOT_FOUND when the case does not hold what it names
 */
export function annotate(open: Case, on: string, kind: AnnotationKind, text: string): Annotation {
  const reference = parseReference(on);
  if (!reference) {
    throw new StillwatchError(
      'BAD_ARGS',
      'This is no reference to anything in a case. Nothing was written. References look like account:ID, request:SHA256/ROW or range:FROM-TO@account:ID.',
    );
  }
  const account =
    reference.kind === 'request'
      ? accountOfRequest(open.db, reference.source, reference.row)
      : reference.account;
  if (!hasAccount(open.db, account)) {
    throw new StillwatchError('NOT_FOUND', 'The case holds no such account. Nothing was written.');
  }
  const atUs = nowUs();
  const annotation = {
    id: uuidv7(),
    on: formatReference(reference),
    account,
    kind,
    // Half a surrogate pair has no UTF-8 form, so no hash could ever vouch for it.
    text: text.trim().toWellFormed(),
    author: open.author,
    createdUs: atUs,
    changedUs: atUs,
  };
  runCommand(open, addAnnotation, annotation);
  return { ...annotation, gone: false };
}

function accountOfRequest(db: Database, source: string, row: number): string {
  const found = findRequest(db, source, row);
  if (!found) throw new StillwatchError('NOT_FOUND', 'The case holds no such request. Nothing was written.');
  return found.account;
}

function hasAccount(db: Database, account: string): boolean {
  return db.prepare('SELECT 1 FROM account WHERE external_id = ?').get(account) !== undefined;
}
