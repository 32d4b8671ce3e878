import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Case } from '../case/case.ts';
import { act } from '../commands/act.ts';
import type { RecordChange } from '../records/change.ts';
import { listRecords } from '../records/read.ts';
import { exhibitsOf, mustReadExhibit } from './read.ts';
import { exhibitWords } from './words.ts';

/**
 * Takes an exhibit away with its picture; evidence that stood on it is told in words alone from then on.
 * @throws StillwatchError NOT_FOUND, CASE_LOCKED, DISK_FULL
 */
export function unpinExhibit(open: Case, id: string): void {
  const exhibit = mustReadExhibit(open.db, id);
  const picture: RecordChange[] =
    exhibit.picture === null ? [] : [{ kind: 'picture', id: exhibit.picture, body: null }];
  const evidence = listRecords(open.db, 'evidence').flatMap(([key, body]): RecordChange[] =>
    body.exhibit === id ? [{ kind: 'evidence', id: key, body: { ...body, exhibit: null } }] : [],
  );
  act(open, {
    action: 'exhibit.unpin',
    title: `unpin ${exhibitWords(exhibit)}`,
    changes: [{ kind: 'exhibit', id, body: null }, ...picture, ...evidence],
  });
}

/** @throws StillwatchError NOT_FOUND, CASE_LOCKED, DISK_FULL */
export function renameExhibit(open: Case, id: string, title: string): void {
  const exhibit = mustReadExhibit(open.db, id);
  act(open, {
    action: 'exhibit.rename',
    title: `rename ${exhibitWords(exhibit)}`,
    changes: [{ kind: 'exhibit', id, body: { ...exhibit, title: title.trim().toWellFormed() } }],
  });
}

/** Puts the exhibits of a finding in this order. @throws StillwatchError BAD_ARGS, CASE_LOCKED, DISK_FULL */
export function orderExhibits(open: Case, finding: string, order: readonly string[]): void {
  const exhibits = new Map(exhibitsOf(open.db, finding));
  const wanted = new Set(order);
  if (
    wanted.size !== order.length ||
    order.length !== exhibits.size ||
    !order.every((id) => exhibits.has(id))
  )
    throw new StillwatchError(
      'BAD_ARGS',
      'An order names each exhibit of the finding once. Nothing was changed. Look at the finding as it is now.',
    );
  act(open, {
    action: 'exhibit.order',
    title: 'change the order of exhibits',
    changes: [...exhibits].map(([id, body]) => ({
      kind: 'exhibit',
      id,
      body: { ...body, order: order.indexOf(id) + 1 },
    })),
  });
}
