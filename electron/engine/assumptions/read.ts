import { type CaseAssumptions, NOTHING_ASSUMED } from '../../../shared/assumptions.ts';
import type { Database } from '../case/database.ts';
import { listRecords } from '../records/read.ts';

/** What people assumed about the case; null where the default holds. */
export function readAssumptions(db: Database): CaseAssumptions {
  return { ...NOTHING_ASSUMED, ...Object.fromEntries(listRecords(db, 'assumption')) };
}
