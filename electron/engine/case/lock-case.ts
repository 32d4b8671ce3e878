import type { LockReason } from '../../../shared/contract/cases.ts';
import { appendCustody } from '../custody/log.ts';
import type { Case } from './case.ts';
import { sqliteCode } from './database.ts';

/**
 * Writes the locking of a case into its custody log, before it is closed. A case that is open for reading only, or whose
 * disk is full, is locked without an entry: that it is closed matters more.
 */
export function lockCase({ db, author, readOnly }: Case, why: LockReason): void {
  if (readOnly !== null) return;
  try {
    db.transaction(() => appendCustody(db, { action: 'case.lock', author, detail: { why } })).immediate();
  } catch (error) {
    if (!sqliteCode(error)) throw error;
  }
}
