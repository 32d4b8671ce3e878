import { listCustody, verifyCustody } from '../../../shared/contract/custody.ts';
import { handle } from '../handle.ts';
import { checkBranches } from './branches.ts';
import { recentEntries, verifyChain } from './log.ts';

export const handlers = [
  handle(listCustody, ({ case: { db } }, { before, limit }) => recentEntries(db, before, limit)),
  handle(verifyCustody, ({ case: { db } }) => ({
    ...verifyChain(db),
    badBranches: checkBranches(db).map(({ seq }) => seq),
  })),
];
