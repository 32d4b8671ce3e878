import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Case } from '../case/case.ts';
import { act } from '../commands/act.ts';
import type { RecordChange } from '../records/change.ts';
import { mustRead, orderedOf } from './read.ts';

/** Puts the hypotheses or the evidence of a finding into that order. @throws StillwatchError NOT_FOUND, BAD_ARGS */
export function reorder(
  open: Case,
  kind: 'hypothesis' | 'evidence',
  finding: string,
  ids: readonly string[],
): void {
  mustRead(open.db, 'finding', finding);
  const bodies = new Map<string, object>(orderedOf(open.db, kind, finding));
  const named = new Set(ids);
  if (ids.length !== bodies.size || named.size !== bodies.size || ids.some((id) => !bodies.has(id)))
    throw new StillwatchError(
      'BAD_ARGS',
      'The order does not name what the matrix has now, so nothing was changed. Look at it as it is now.',
    );
  act(open, {
    action: `${kind}.order`,
    title: `change the order of ${kind === 'hypothesis' ? 'hypotheses' : 'evidence'}`,
    changes: ids.map((id, order) => ({ kind, id, body: { ...bodies.get(id), order } }) as RecordChange),
  });
}
