import type { Database } from '../case/database.ts';
import { checkBranches } from './branches.ts';
import { verifyChain } from './log.ts';

/** The first thing wrong with the custody log and those of merged copies, as the beginning of a sentence; null for nothing. */
export function custodyFault(db: Database): string | null {
  const { firstBad } = verifyChain(db);
  if (firstBad !== null) return `Entry ${firstBad} of the custody log does not hold`;
  const [branch] = checkBranches(db);
  return branch ? `Entry ${branch.seq} of a merged copy's custody log does not hold` : null;
}
