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
  handle(verifyCustody, ({ case: { db } }) => ({
    ...verifyChain(db),
    badBranches: checkBranches(db),
  })),
  handle(listCustodyBranches, ({ case: { db } }) => listBranches(db)),
];
