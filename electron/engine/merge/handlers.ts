import { countConflicts, decideConflict, listConflicts, mergeCopy } from '../../../shared/contract/merge.ts';
import { handle } from '../handle.ts';
import { countConflicts as count, decideConflict as decide, listConflicts as list } from './conflicts.ts';
import { mergeCase } from './merge-case.ts';

export const handlers = [
  handle(mergeCopy, (context, { grant, passphrase, dry }) =>
    mergeCase(context.case, context.path(grant), passphrase, dry),
  ),
  handle(listConflicts, ({ case: { db } }) => list(db)),
  handle(countConflicts, ({ case: { db } }) => count(db)),
  handle(decideConflict, ({ case: open }, { conflict, side }) => {
    decide(open, conflict, side);
    return null;
  }),
];
