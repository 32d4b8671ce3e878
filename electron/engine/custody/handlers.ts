import {
  listCustody,
  listCustodyBranches,
  custodyValues as valuesCall,
  verifyCustody,
} from '../../../shared/contract/custody.ts';
import { handle } from '../handle.ts';
import { checkBranches, listBranches } from './branches.ts';
import { verifyChain } from './log.ts';
import { custodyValues, searchCustody } from './search.ts';

export const handlers = [
  handle(listCustody, ({ case: { db } }, { before, limit, filter = {} }) =>
    searchCustody(db, filter, before, limit),
  ),
  handle(valuesCall, ({ case: { db } }) => custodyValues(db)),
  handle(verifyCustody, ({ case: { db, hasRedactedLog } }) =>
    // Its links were checked when the bundle was opened, which is all that can be; why is told beside the case.
    hasRedactedLog
      ? {
          entries: db.prepare('SELECT count(*) FROM custody_log').pluck().get() as number,
          firstBad: null,
          badBranches: [],
        }
      : { ...verifyChain(db), badBranches: checkBranches(db) },
  ),
  handle(listCustodyBranches, ({ case: { db } }) => listBranches(db)),
];
