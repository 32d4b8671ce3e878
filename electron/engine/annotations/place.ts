import { StillwatchError } from '../../../shared/contract/errors.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
import type { Database } from '../case/database.ts';
import { resolveReference } from './resolve.ts';

/**
 * Where an annotation on what a reference names is kept: the reference as it is always spelled, and the account.
 * @throws StillwatchError BAD_ARGS for no reference, NOT_FOUND when the case does not hold what it names
 */
export function placeOf(db: Database, on: string): { on: string; account: string | null } {
  const reference = parseReference(on);
  if (!reference) {
    throw new StillwatchError(
      'BAD_ARGS',
      'This is no reference to anything in a case. Nothing was written. References look like account:ID, operator:ID, request:SHA256/ROW or range:FROM-TO@account:ID.',
    );
  }
  const found = resolveReference(db, reference);
  if (!found)
    throw new StillwatchError('NOT_FOUND', `The case holds no such ${reference.kind}. Nothing was written.`);
  return { on: formatReference(reference), account: found.account };
}
